// The overview of a scan: choose, search, sort. All figures come from the letters of the verdicts.
"use strict";
(() => {
  const source = document.getElementById("data");
  if (!source) return;
  const data = JSON.parse(source.textContent);
  const LETTERS = ["c", "p", "a", "o"];
  const VERDICTS = ["covered", "partial", "absent", "opposed"];
  const STEP = 100;
  const language = document.documentElement.lang;
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  const whole = new Intl.NumberFormat(language);
  const $ = (id) => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // One number for each letter: counting is then adding.
  const verdicts = data.verdicts.map((text) => Uint8Array.from(text, (c) => LETTERS.indexOf(c)));
  const readable = verdicts.map((row) => row.length > 0);
  const counted = data.measures.map((measure) => measure.counted);
  const texts = data.names.map((name, i) => folded(name + " " + data.files[i]));
  const perProgramme = verdicts.map((row) => {
    const counts = [0, 0, 0, 0];
    row.forEach((verdict, i) => { if (counted[i]) counts[verdict] += 1; });
    return counts;
  });
  const share = (counts) => {
    const all = counts[0] + counts[1] + counts[2] + counts[3];
    return all ? (counts[0] + counts[1]) / all : NaN;
  };
  const percent = (value) => (Number.isNaN(value) ? "" : Math.round(100 * value) + "%");
  const group = (kind, value) => data.groups[kind][value] || data.words.unknown;

  const choices = ["by-party", "by-municipality", "by-year"].map($);
  choices.forEach((select, kind) => {
    data.groups[kind].forEach((_, value) => select.add(new Option(group(kind, value), value)));
    if (data.groups[kind].length < 2) select.parentElement.hidden = true;
  });
  $("choice").querySelector("[type=reset]").hidden = choices.every((s) => s.parentElement.hidden);
  const chosen = () => {
    const wanted = choices.map((select) => select.value);
    const found = [];
    data.of.forEach((values, i) => {
      if (wanted.every((value, kind) => value === "" || Number(value) === values[kind])) found.push(i);
    });
    return found;
  };

  const cell = (tag, text, name) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const figures = (counts) => [
    cell("td", percent(share(counts)), "figure"),
    ...counts.map((count) => cell("td", whole.format(count), "figure")),
  ];
  const values = (counts) => ({
    adopted: share(counts), covered: counts[0], partial: counts[1], absent: counts[2], opposed: counts[3],
  });

  // A table that draws the first rows only, and sorts by the heading that was clicked.
  class Table {
    constructor(id, key, draw) {
      this.table = $(id);
      this.body = this.table.tBodies[0];
      this.more = this.table.closest("section").querySelector(".more");
      this.shown = this.table.closest("section").querySelector(".shown");
      this.draw = draw;
      this.key = key;
      this.down = true;
      this.limit = this.more ? STEP : Infinity;
      this.rows = [];
      for (const button of this.table.tHead.querySelectorAll("button")) {
        button.addEventListener("click", () => this.sort(button.dataset.sort));
      }
      if (this.more) this.more.addEventListener("click", () => { this.limit += STEP; this.show(); });
    }
    sort(key) {
      this.down = this.key === key ? !this.down : !["id", "text", "name", "status"].includes(key);
      this.key = key;
      this.show();
    }
    set(rows) {
      this.rows = rows;
      if (this.more) this.limit = STEP;
      this.show();
    }
    show() {
      const { key, down } = this;
      const sign = down ? -1 : 1;
      this.rows.sort((a, b) => {
        const [x, y] = [a[key], b[key]];
        if (typeof x === "string") return sign * compare(x, y) || a.place - b.place;
        if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a.place - b.place;
        return sign * (x - y) || a.place - b.place;
      });
      for (const button of this.table.tHead.querySelectorAll("button")) {
        const is = button.dataset.sort === key;
        button.parentElement.setAttribute("aria-sort", is ? (down ? "descending" : "ascending") : "none");
      }
      const some = this.rows.slice(0, this.limit);
      this.body.replaceChildren(...some.map(this.draw));
      if (this.shown) {
        this.shown.textContent = fill(data.words.shown, {
          shown: whole.format(some.length), count: whole.format(this.rows.length),
        });
        this.more.hidden = some.length === this.rows.length;
      }
    }
  }

  const measureRows = [...$("measure-table").tBodies[0].rows];
  const measureTable = new Table("measure-table", "adopted", (row) => row.element);
  const groupTable = new Table("group-table", "adopted", (row) => {
    const made = document.createElement("tr");
    const name = cell("th", row.name);
    name.scope = "row";
    made.append(name, cell("td", whole.format(row.count), "figure"), ...figures(row.counts));
    return made;
  });
  const status = (row) => {
    const made = cell("td", data.statuses[row.status]);
    if (data.notes[row.place]) made.append(cell("span", data.notes[row.place], "theme small unsure"));
    return made;
  };
  const programmeTable = new Table("programme-table", "adopted", (row) => {
    const made = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    const link = cell("a", row.name);
    link.href = data.links[row.place];
    name.append(link, cell("span", data.files[row.place], "theme small soft"));
    made.append(name, status(row), cell("td", row.pages < 0 ? "" : whole.format(row.pages), "figure"));
    made.append(...(readable[row.place] ? figures(row.counts) : Array.from({ length: 5 }, () => cell("td", ""))));
    return made;
  });

  const count = (programmes) => {
    const totals = data.measures.map(() => [0, 0, 0, 0]);
    for (const i of programmes) {
      const row = verdicts[i];
      for (let m = 0; m < row.length; m += 1) totals[m][row[m]] += 1;
    }
    return totals;
  };
  let programmes = [];
  const showMeasures = () => {
    const words = folded($("find-measure").value).split(/\s+/);
    const totals = count(programmes);
    const rows = [];
    totals.forEach((counts, m) => {
      const element = measureRows[m];
      const text = folded(element.cells[0].textContent + " " + element.cells[1].textContent);
      if (!words.every((word) => text.includes(word))) return;
      element.cells[2].textContent = percent(share(counts));
      counts.forEach((n, k) => { element.cells[3 + k].textContent = whole.format(n); });
      rows.push({ element, place: m, id: data.measures[m].id, text: data.measures[m].text, ...values(counts) });
    });
    measureTable.set(rows);
  };
  const showGroups = () => {
    const kind = Number($("group-by").value);
    const measure = $("group-measure").value;
    const groups = new Map();
    for (const i of programmes) {
      if (!readable[i]) continue;
      const key = data.of[i][kind];
      if (!groups.has(key)) groups.set(key, { counts: [0, 0, 0, 0], count: 0 });
      const entry = groups.get(key);
      entry.count += 1;
      if (measure === "") perProgramme[i].forEach((n, k) => { entry.counts[k] += n; });
      else entry.counts[verdicts[i][Number(measure)]] += 1;
    }
    groupTable.set([...groups].map(([key, entry]) => (
      { place: key, name: group(kind, key), count: entry.count, counts: entry.counts, ...values(entry.counts) })));
  };
  const showProgrammes = () => {
    const words = folded($("find-programme").value).split(/\s+/);
    programmeTable.set(programmes.filter((i) => words.every((word) => texts[i].includes(word))).map((i) => ({
      place: i, name: data.names[i], status: data.status[i], pages: data.pages[i] ?? -1,
      counts: perProgramme[i], ...values(perProgramme[i]),
    })));
  };
  const choose = () => {
    programmes = chosen();
    const all = readable.filter(Boolean).length;
    $("selected").textContent = fill(data.words.selected, {
      count: whole.format(programmes.filter((i) => readable[i]).length), total: whole.format(all),
    });
    showMeasures();
    showGroups();
    showProgrammes();
  };

  const measureChoice = $("group-measure");
  measureChoice.add(new Option(data.words.all_measures, ""));
  data.measures.forEach((measure, m) => measureChoice.add(new Option(measure.id + " " + measure.text, m)));
  $("measure-table").addEventListener("click", (event) => {
    const button = event.target.closest("[data-measure]");
    if (!button) return;
    measureChoice.value = button.dataset.measure;
    showGroups();
    $("groups").scrollIntoView();
  });
  $("choice").addEventListener("input", choose);
  $("choice").addEventListener("reset", () => setTimeout(choose));
  $("choice").addEventListener("submit", (event) => event.preventDefault());
  $("find-measure").addEventListener("input", showMeasures);
  $("find-programme").addEventListener("input", showProgrammes);
  $("group-by").addEventListener("input", showGroups);
  measureChoice.addEventListener("input", showGroups);
  for (const part of [$("choice"), $("group-section"), $("programme-section"), ...document.querySelectorAll(".search")]) part.hidden = false;
  choose();
})();
