"""kill -9 in a tight loop of saves, 200 times: no file is torn, and what was shown as taken is in it."""
import os
import random
import re
import select
import signal
import subprocess
import time

from wizard import BINARY, environment, folder, main, run

KILLS = 200


def read_for(process, seconds):
    """What it prints in that time."""
    out = b""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([process.stdout], [], [], left)
        if not ready:
            break
        more = os.read(process.stdout.fileno(), 1 << 16)
        if not more:
            break
        out += more
    return out


def killed():
    chance = random.Random(20250325)
    with folder() as here:
        path = here / "MAR.yaml"
        # The four files that it can be, from a wizard that was let end.
        run(["answer", "MAR.yaml", "-q", ".", "--unit", "MAR"], here, input="1\n")
        whole = {}
        for level in "1234":
            run(["answer", "MAR.yaml"], here, input=f"g 1\n{level}\n")
            whole[path.read_bytes()] = level
        assert len(whole) == 4
        lines = "".join(f"g 1\n{i % 4 + 1}\n" for i in range(2500)).encode()
        saves, torn, lost = 0, 0, 0
        for _ in range(KILLS):
            process = subprocess.Popen([BINARY, "answer", "MAR.yaml", "--lang", "en"], cwd=here, env=environment(),
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            process.stdin.write(lines)  # less than a pipe holds
            process.stdin.flush()
            out = read_for(process, 0.02)
            while b"Taken" not in out:
                out += read_for(process, 0.01)
                assert process.poll() is None, out
            out += read_for(process, chance.uniform(0, 0.04))
            process.send_signal(signal.SIGKILL)
            process.wait()
            out += process.stdout.read()
            process.stdin.close()
            process.stdout.close()
            taken = re.findall(rb"Taken: (\d)", out)
            saves += len(taken)
            now = path.read_bytes()
            if now not in whole:
                torn += 1
                path.write_bytes(next(iter(whole)))  # so that it goes on
            elif whole[now] not in (taken[-1].decode(), str(int(taken[-1]) % 4 + 1)):
                lost += 1  # neither the last one shown nor the one that was being saved
        print(f"{KILLS} kills, {saves} saves, {torn} torn files, {lost} lost answers")
        assert (torn, lost) == (0, 0)
        assert saves > 5 * KILLS, "too few saves for the kills to fall between"
        run(["answer", "MAR.yaml"], here, input="g 1\n3\n")
        assert whole[path.read_bytes()] == "3"


main(killed)
