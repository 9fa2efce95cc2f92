/* Filters of a page. A form [data-filter] narrows all [data-item] of the page:
   - a select named NAME shows the items whose data-NAME is its value (empty: all);
   - checkboxes named NAME show the items whose data-NAME is one of those ticked (none: all);
   - a search field shows the items whose text holds all its words, accents and case aside.
   A [data-group] without any visible item is hidden too; what has the class when-all shows only
   while nothing is filtered. [data-count] tells how many are left,
   in the words of its data-all and data-some ({shown}, {total}). */
"use strict";
(function () {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const items = Array.from(document.querySelectorAll("[data-item]"));
  const groups = Array.from(document.querySelectorAll("[data-group]"));
  const count = form.querySelector("[data-count]");
  const texts = new Map();
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, plain(item.textContent));
    return texts.get(item);
  };
  const chosen = () => {
    const wanted = new Map();
    let words = [];
    for (const field of form.elements) {
      if (field.type === "search") {
        words = plain(field.value).split(" ").filter(Boolean);
      } else if (field.type === "checkbox" ? field.checked : field.tagName === "SELECT" && field.value) {
        wanted.set(field.name, (wanted.get(field.name) || new Set()).add(field.value));
      }
    }
    return { wanted: Array.from(wanted), words };
  };
  const apply = () => {
    const { wanted, words } = chosen();
    let shown = 0;
    for (const item of items) {
      const fits =
        wanted.every(([name, values]) => values.has(item.dataset[name])) &&
        (!words.length || words.every((word) => textOf(item).includes(word)));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    }
    const active = wanted.length > 0 || words.length > 0;
    form.classList.toggle("active", active);
    document.documentElement.classList.toggle("filtering", active);
    if (count) {
      const text = active ? count.dataset.some : count.dataset.all;
      count.textContent = text.replace("{shown}", shown).replace("{total}", items.length);
    }
    for (const empty of document.querySelectorAll("[data-none]")) empty.hidden = shown > 0;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  /* A link to an item that the filter hides shows all again, so that the link works. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.closest("[hidden], .filtering .when-all")) {
      form.reset();
      apply();
    }
  });
  apply(); /* browsers keep what was filled in when a page is loaded again */
})();
