#include "reports/html/page.hpp"

namespace sextant::html {

namespace {

constexpr std::string_view kScript = R"js(
(() => {
  'use strict';
  const root = document.documentElement;
  const tools = document.getElementById('tools');
  const [mode, back, forth, names] = tools.querySelectorAll('button');
  const position = tools.querySelector('output');
  const parts = [...document.querySelectorAll('.cover, .chapter')];
  const named = [...document.querySelectorAll('.name')];
  const title = document.title;
  const turned = root.dir === 'rtl';
  let at = 0;

  const on = () => root.classList.contains('projector');
  const show = (index, focus) => {
    at = Math.max(0, Math.min(parts.length - 1, index));
    parts.forEach((part, i) => part.classList.toggle('off', i !== at));
    back.disabled = at === 0;
    forth.disabled = at === parts.length - 1;
    position.textContent = position.dataset.words.replace('{n}', at + 1).replace('{all}', parts.length);
    if (!focus) return;
    window.scrollTo(0, 0);
    const heading = parts[at].querySelector('[tabindex="-1"]');
    if (heading) heading.focus({preventScroll: true});
  };
  const project = (wanted) => {
    root.classList.toggle('projector', wanted);
    mode.textContent = wanted ? mode.dataset.on : mode.dataset.off;
    [back, position, forth].forEach((one) => { one.hidden = !wanted; });
    if (wanted) {
      // Begins with the part that is being read.
      const seen = parts.findIndex((part) => part.getBoundingClientRect().bottom > 80);
      show(seen < 0 ? 0 : seen, true);
    } else {
      parts.forEach((part) => part.classList.remove('off'));
      parts[at].scrollIntoView();
      mode.focus();
    }
  };
  const hide = (wanted) => {
    root.classList.toggle('names-off', wanted);
    names.textContent = wanted ? names.dataset.on : names.dataset.off;
    let shown = title;
    named.forEach((one) => {
      one.dataset.name = one.dataset.name || one.textContent;
      one.textContent = wanted ? one.dataset.instead : one.dataset.name;
      if (wanted) shown = shown.split(one.dataset.name).join(one.dataset.instead);
    });
    document.title = shown;
  };

  mode.addEventListener('click', () => project(!on()));
  back.addEventListener('click', () => show(at - 1, true));
  forth.addEventListener('click', () => show(at + 1, true));
  names.addEventListener('click', () => hide(!root.classList.contains('names-off')));
  document.addEventListener('keydown', (event) => {
    if (!on() || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // In a wide table, the arrows move the table.
    if (event.key.startsWith('Arrow') && event.target.closest('.scroll')) return;
    const step = {ArrowRight: turned ? -1 : 1, ArrowLeft: turned ? 1 : -1, PageDown: 1, PageUp: -1}[event.key];
    if (step) show(at + step, true);
    else if (event.key === 'Home') show(0, true);
    else if (event.key === 'End') show(parts.length - 1, true);
    else if (event.key === 'Escape') project(false);
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const link = on() && event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    const part = target && parts.findIndex((one) => one.contains(target));
    if (part >= 0 && target) show(part, false);
  });

  // What fits needs no stop for the Tab key.
  const scrollers = [...document.querySelectorAll('.scroll[tabindex]')];
  const fit = () => scrollers.forEach((one) => {
    if (one.scrollWidth > one.clientWidth + 1) one.tabIndex = 0;
    else one.removeAttribute('tabindex');
  });
  new ResizeObserver(fit).observe(document.body);
  fit();

  names.hidden = named.length === 0;
  mode.hidden = parts.length < 2;
  tools.hidden = mode.hidden && names.hidden;
})();
)js";

}  // namespace

std::string_view page_script() {
  return kScript;
}

}  // namespace sextant::html
