// Start: find the answers that are kept, draw the page, and listen to the address.

addEventListener('hashchange', () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (draft && id && id !== page && steps().some((step) => step.id === id)) go(id);
});

const wide = matchMedia('(min-width: 60.01rem)');
wide.addEventListener('change', () => {
  const fold = document.getElementById('fold');
  if (fold) fold.open = wide.matches;
});

async function start() {
  const liked = [form.language, ...navigator.languages.flatMap((one) => [one, one.split('-')[0]])];
  language = Math.max(0, form.languages.indexOf(liked.find((one) => form.languages.includes(one))));
  await openStore();
  const found = await resume();
  resumed = found.resumed && found.others.length + Object.keys(draft.answers).length > 0;
  others = found.others;
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted && steps().some((step) => step.id === wanted)) page = wanted;
  try {
    render();
  } catch (error) {
    // Answers that this page cannot show stay kept; it does not stay blank for them.
    console.error(error);
    takeUp(blankDraft(), null);
    others = [];
    notice = () => [t('failed')];
    render();
  }
  tellUnfit();
}

start();
