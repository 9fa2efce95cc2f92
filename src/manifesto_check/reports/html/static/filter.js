/* Filters of a page. A form [data-filter] narrows all [data-item] of the page:
   - a select named NAME shows the items whose data-NAME is its value (empty: all);
   - checkboxes named NAME show the items whose data-NAME is one of those ticked (none: all);
   - a search field shows the items whose [data-text] parts hold all its words together, accents and
     case aside: what a label or a page number says is not searched, nor what is hidden. A script that
     hides parts of items dispatches "parts" on the document.
   A [data-group] without any visible item is hidden too, and its [data-group-count] tells how many
   there are while the page is filtered; what has the class when-all shows only while it is not.
   [data-count] tells how many are left, in the words of its data-all, data-some and data-none
   ({shown}), and [data-chosen] by what they were chosen. */
"use strict";
(function () {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const items = Array.from(document.querySelectorAll("[data-item]"));
  const groups = Array.from(document.querySelectorAll("[data-group]"), (element) => ({
    element,
    items: Array.from(element.querySelectorAll("[data-item]")),
    counts: Array.from(element.querySelectorAll("[data-group-count]")).filter(
      (count) => count.closest("[data-group]") === element,
    ),
  }));
  const count = form.querySelector("[data-count]");
  const choice = form.querySelector("[data-chosen]");
  const texts = new Map();
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[‘’‛′`´]/g, "'")
      .replace(/[‐‑–—]/g, "-")
      .toLowerCase()
      .replace(/\s+/g, " ");
  const textOf = (item) => {
    if (!texts.has(item)) {
      const parts = Array.from(item.querySelectorAll("[data-text]"))
        .filter((part) => !part.parentElement.closest("[data-item] [hidden]"))
        .map((part) => part.textContent);
      texts.set(item, plain(parts.join("\n")));
    }
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
  /* What is chosen, in the words of the form itself. */
  const told = () => {
    const parts = [];
    for (const field of form.elements) {
      if (field.type === "search") parts.push(field.value.trim() && "“" + field.value.trim() + "”");
      else if (field.type === "checkbox") parts.push(field.checked && field.labels[0].textContent.trim());
      else if (field.tagName === "SELECT") parts.push(field.value && field.selectedOptions[0].textContent);
    }
    return parts.filter(Boolean).join("; ");
  };
  const number = (value) => value.toLocaleString(document.documentElement.lang);
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
    const active = wanted.length > 0 || words.length > 0;
    for (const { element, items: own, counts } of groups) {
      const left = own.filter((item) => !item.hidden).length;
      element.hidden = !left;
      for (const each of counts) {
        each.hidden = !active;
        each.textContent = each.dataset.groupCount.replace("{shown}", number(left));
      }
    }
    form.classList.toggle("active", active);
    document.documentElement.classList.toggle("filtering", active);
    if (count) {
      const text = !active ? count.dataset.all : shown ? count.dataset.some : count.dataset.none;
      count.textContent = text.replace("{shown}", number(shown));
    }
    if (choice) choice.textContent = active ? "(" + told() + ")" : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("parts", () => {
    texts.clear();
    apply();
  });
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
