/* The comparison: sort the themes of the heat map, choose parties, open what a link leads to. */
"use strict";
(function () {
  const map = document.querySelector("[data-map]");
  const heads = map ? Array.from(map.querySelectorAll("th[data-sort]")) : [];
  const sortBy = (head) => {
    const party = head.dataset.sort;
    for (const body of map.tBodies) {
      const rows = Array.from(body.querySelectorAll("tr[data-theme-row]"));
      const value = (row) =>
        party
          ? -Number(Array.from(row.cells).find((cell) => cell.dataset.party === party).dataset.value)
          : Number(row.dataset.themeRow);
      rows.sort((one, other) => value(one) - value(other) || one.dataset.themeRow - other.dataset.themeRow);
      body.append(...rows);
    }
    for (const other of heads) other.removeAttribute("aria-sort");
    if (party) head.setAttribute("aria-sort", "descending");
  };
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = head.dataset.label;
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head));
    head.append(button);
  }

  /* A click on a cell of the heat map does what the link of its row does. */
  if (map) {
    map.addEventListener("click", (event) => {
      const cell = event.target.closest("td.heat");
      const link = cell && cell.closest("tr").querySelector("th a");
      if (link) link.click();
    });
  }

  const form = document.querySelector("[data-parties]");
  if (form && form.querySelectorAll("input").length > 2) {
    const parts = Array.from(document.querySelectorAll("main [data-party]"));
    const apply = () => {
      const chosen = new Set(
        Array.from(form.querySelectorAll("input:checked"), (field) => field.value)
      );
      for (const part of parts) part.hidden = !chosen.has(part.dataset.party);
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", apply);
    apply();
  }

})();
