// Typst through its npm package: milliseconds of processor time for each report. typst.mjs CONTENT.json ROUNDS FONT_FOLDER OUT.pdf
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.BENCH_NODE_PATH ?? import.meta.dirname, "package.json"));
let NodeCompiler;
try {
  ({ NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler"));
} catch {
  console.log("missing: npm install --prefix tests/bench/peers");
  process.exit(77);
}
const [content, rounds, fonts, out] = [process.argv[2], Number(process.argv[3]), process.argv[4], process.argv[5]];

const plain = (text) => '#"' + text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", " ") + '"';
const runs = (text) => text.map(([words, bold]) => (bold ? `#strong[${plain(words)}]` : plain(words))).join("");
function source(blocks, title) {
  const lines = [`#set document(title: "${title}")`, '#set text(font: "Noto Sans", size: 10pt, lang: "en")',
    '#set page(paper: "a4", margin: 60pt, footer: context align(end, text(8.5pt)[Page #counter(page).display()]))'];
  for (const block of blocks) {
    if (block.kind === "h") lines.push(`#heading(level: ${block.level})[${runs(block.text)}]`);
    else if (block.kind === "p") lines.push(runs(block.text) + "\n");
    else if (block.kind === "list") lines.push(`#list(${block.items.map((item) => `[${runs(item)}]`).join(", ")})`);
    else {
      const cells = (row) => row.map((cell) => `[${runs(cell)}]`).join(", ");
      lines.push(`#table(columns: (${block.head.map((c) => `${c.share}fr`).join(", ")},), stroke: (bottom: 0.5pt),`,
        `table.header(${cells(block.head.map((c) => c.text))}),`, block.rows.map(cells).join(",\n") + ")");
    }
  }
  return lines.join("\n\n");
}

const blocks = JSON.parse(readFileSync(content, "utf8"));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
let spent = 0;
for (let i = 0; i <= rounds; ++i) {
  // Typst remembers what it compiled; each round is a report that it has not seen.
  compiler.evictCache(0);
  const before = process.cpuUsage();
  const pdf = compiler.pdf({ mainFileContent: source(blocks, `Report ${i}`) });
  const used = process.cpuUsage(before);
  if (i > 0) spent += (used.user + used.system) / 1000;
  else writeFileSync(out, pdf);
}
console.log((spent / rounds).toFixed(3));
