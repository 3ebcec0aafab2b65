// The search and the filters of the list page. Without this file the page is a list with links to browse by.
// The data comes in chunks that call jdgenOpenings: scripts, because a page opened as a file may fetch nothing else.
// They are loaded when somebody starts to search. What is searched for stands behind # in the address, so it can be shared.
(() => {
  "use strict";

  const form = document.getElementById("search");
  const list = document.getElementById("jobs");
  if (!form || !list) {
    return;
  }

  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const STEP = 50;
  const SPELLED_OUT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };
  const FIELDS = ["q", "place", "specialization", "type", "workplace", "pay", "per"];

  const part = (id) => document.getElementById(id);
  const [pages, found, none, count, more, clear, restart, filters, problem] = [
    "pages", "found", "none", "count", "more", "clear", "restart", "filters", "pay-problem",
  ].map(part);
  const fields = Object.fromEntries(FIELDS.map((name) => [name, form.elements.namedItem(name)]));
  const showsEmployers = form.dataset.showsEmployers !== undefined;
  const total = Number(form.dataset.total);
  const chunks = Number(form.dataset.chunks);

  const unfiltered = count.textContent;

  const loaded = [];
  const lines = new Map();
  const vocabulary = new Map();
  let openings = null;
  let loading = null;
  let matches = [];
  let shown = 0;
  let latest = 0;

  // Letters without case and accents, words parted by single spaces: "Peña-Blanca, O’Brien" becomes "pena blanca obrien".
  function plain(text) {
    return text
      .toLowerCase()
      .replace(/[ßæœøđðþłı]/g, (letter) => SPELLED_OUT[letter])
      .normalize("NFKD")
      .replace(/[\p{M}'’‘]/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  // What a text is found by: its words, those with a hyphen also as one ("part time parttime"). Many openings share a text.
  function line(text) {
    if (!lines.has(text)) {
      const joined = (text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) || []).map((word) => word.replaceAll("-", ""));
      const words = plain([text, ...joined].join(" "));
      lines.set(text, words);
      for (const word of words.split(" ")) {
        if (word.length > 3 && !/\d/.test(word)) {
          vocabulary.set(word, (vocabulary.get(word) || 0) + 1);
        }
      }
    }
    return lines.get(text);
  }

  // The columns are those of Row in jdgen/render/site/search_index.py.
  function read(words, row) {
    const [slug, title, employer, place, workplace, employment, pay, posted, closes] = row;
    const [placeKeys, specializationKey, kinds, workplaceKey, mostAYear, mostAnHour, also, specialization] = row.slice(9);
    const [tongue, titles, credentials] = row.slice(17);
    const shared = [specialization, titles, place, employer, workplace, workplaceKey, employment, ...kinds];
    const [language = "", titleDirection = "", employerDirection = ""] = words[tongue].split(" ");
    return {
      slug, title, mostAYear, mostAnHour, language, titleDirection, employerDirection,
      employer: words[employer], place: words[place], workplace: words[workplace], employment: words[employment],
      pay: words[pay], posted: words[posted], closes: words[closes], workplaceKey: words[workplaceKey],
      specializationKey: words[specializationKey],
      placeKeys: placeKeys.map((number) => words[number]),
      kinds: kinds.map((number) => words[number]),
      words: ` ${[title, also, ...shared.map((number) => words[number])].map(line).join(" ")} `,
      credentials: ` ${credentials.map((number) => line(words[number])).join(" ")} `,
    };
  }

  window.jdgenOpenings = (number, words, rows) => {
    loaded[number - 1] = rows.map((row) => read(words, row));
  };

  function loadChunk(number) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${form.dataset.folder}${number}.js`;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        reject(new Error(script.src));
      };
      document.head.append(script);
    });
  }

  function load() {
    loading ??= Promise.all(Array.from({ length: chunks }, (_, index) => loadChunk(index + 1))).then(
      () => {
        openings = loaded.flat();
      },
      (error) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  // Dollars as people write them: "$38.50", "80,000", "80k". Null where it is no amount.
  function amount(text) {
    const match = /^\$?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)\s*(k?)$/i.exec(text.trim());
    return match ? Number(match[1].replaceAll(",", "")) * (match[2] ? 1000 : 1) : null;
  }

  function wanted() {
    const values = Object.fromEntries(FIELDS.map((name) => [name, fields[name].value.trim()]));
    const least = values.pay ? amount(values.pay) : 0;
    problem.hidden = least !== null;
    filters.open = filters.open || least === null;
    fields.pay.setAttribute("aria-invalid", String(least === null));
    return { ...values, least: least || 0, words: plain(values.q).split(" ").filter(Boolean).map(asWritten) };
  }

  // How a word may be written: it is looked for where words begin, with an ending or without ("nurse" also finds nurses),
  // and without the ending of a plural as a whole word. Scripts that part no words are looked for everywhere.
  function asWritten(word) {
    if (/[\u2e80-\ud7ff\u0e00-\u0eff]/.test(word)) {
      return { word, ways: [word] };
    }
    const one = word.replace(/(?:(ch|sh|ss|x)es|([^s])s)$/, "$1$2");
    const ways = [` ${word}`, ...(one !== word ? [` ${one} `] : [])];
    if (/..ies$|..[^aeiou]y$/.test(word)) {
      ways.push(word.endsWith("y") ? ` ${word.slice(0, -1)}ies ` : ` ${word.slice(0, -3)}y `);
    }
    return { word, ways };
  }

  function has(text, { ways }) {
    return ways.some((way) => text.includes(way));
  }

  // Whether one letter is wrong, missing or too many, or two are swapped.
  function isOneLetterOff(typed, word) {
    let same = 0;
    while (same < typed.length && typed[same] === word[same]) {
      same += 1;
    }
    const [left, right] = [typed.slice(same), word.slice(same)];
    return (
      left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
    );
  }

  // The word most often used that somebody may have meant who typed another one, or the beginning of another one.
  function meant(typed) {
    const whole = [...vocabulary].filter(([word]) => Math.abs(word.length - typed.length) < 2 && isOneLetterOff(typed, word));
    const begun = [...vocabulary].filter(
      ([word]) =>
        word[0] === typed[0] && word.length > typed.length &&
        [-1, 0, 1].some((more) => isOneLetterOff(typed, word.slice(0, typed.length + more))),
    );
    const [best] = (whole.length ? whole : begun).sort(([a, often], [b, more]) => more - often || (a < b ? -1 : 1));
    return best?.[0];
  }

  // The same search with words of five letters and more put right that no opening has, or null where that changes nothing.
  function corrected(asked) {
    const words = asked.words.map((one) => {
      const isKnown = one.word.length < 5 || openings.some((opening) => has(opening.words, one) || has(opening.credentials, one));
      const better = isKnown ? undefined : meant(one.word);
      return better ? asWritten(better) : one;
    });
    return words.some((one, index) => one !== asked.words[index]) ? { ...asked, words } : null;
  }

  function fits(opening, asked) {
    const most = asked.per === "hour" ? opening.mostAnHour : opening.mostAYear;
    return (
      (!asked.place || opening.placeKeys.includes(asked.place)) &&
      (!asked.specialization || opening.specializationKey === asked.specialization) &&
      (!asked.type || opening.kinds.includes(asked.type)) &&
      (!asked.workplace || opening.workplaceKey === asked.workplace) &&
      (!asked.least || most >= asked.least - 0.005) &&
      asked.words.every((word) => has(opening.words, word) || has(opening.credentials, word))
    );
  }

  // Openings that say so themselves come before those that only name a license of that kind; both stay newest first.
  function matching(asked) {
    const all = openings.filter((opening) => fits(opening, asked));
    const isDirect = (opening) => asked.words.every((word) => has(opening.words, word));
    return [...all.filter(isDirect), ...all.filter((opening) => !isDirect(opening))];
  }

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value) {
        element.setAttribute(name, value);
      }
    }
    element.append(...content.filter(Boolean));
    return element;
  }

  function directed(text, dir) {
    return dir ? make("bdi", { dir }, text) : text;
  }

  function day(before, iso) {
    const [year, month, date] = iso.split("-").map(Number);
    return make("span", {}, `${before} `, make("time", { datetime: iso }, `${MONTHS[month - 1]} ${date}, ${year}`));
  }

  function closing(closes) {
    return /^\d/.test(closes) ? day("Apply by", closes) : closes && make("span", {}, `Open ${closes}`);
  }

  // The same card as in list.html.j2.
  function card(opening) {
    const link = make("a", { href: `jobs/${opening.slug}.html` }, directed(opening.title, opening.titleDirection));
    const facts = [opening.place, opening.workplace, opening.employment].filter(Boolean);
    return make(
      "li",
      { class: "job" },
      make("h2", { lang: opening.language }, link),
      showsEmployers && make("p", { class: "who" }, directed(opening.employer, opening.employerDirection)),
      make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact))),
      opening.pay && make("p", { class: "pay" }, opening.pay),
      make("p", { class: "days" }, opening.posted && day("Posted", opening.posted), closing(opening.closes)),
    );
  }

  function counted(number) {
    return `${number.toLocaleString("en-US")} ${number === 1 ? "opening" : "openings"}`;
  }

  function showMore() {
    const next = matches.slice(shown, shown + STEP).map(card);
    found.append(...next);
    shown += next.length;
    const left = matches.length - shown;
    more.hidden = left === 0;
    more.textContent = left ? `Show ${Math.min(STEP, left)} more` : "";
    return next[0];
  }

  function showAll() {
    found.hidden = none.hidden = more.hidden = true;
    list.hidden = false;
    if (pages) {
      pages.hidden = false;
    }
    found.replaceChildren();
    matches = [];
  }

  function showMatches(asked) {
    matches = matching(asked);
    const better = matches.length ? null : corrected(asked);
    const instead = better ? matching(better) : [];
    matches = instead.length ? instead : matches;
    shown = 0;
    found.replaceChildren();
    list.hidden = true;
    if (pages) {
      pages.hidden = true;
    }
    found.hidden = matches.length === 0;
    none.hidden = matches.length > 0;
    showMore();
    const said = `${matches.length.toLocaleString("en-US")} of ${counted(total)}`;
    count.textContent = instead.length ? `Showing results for ${better.words.map(({ word }) => word).join(" ")}: ${said}` : said;
  }

  function remember(asked) {
    const state = new URLSearchParams();
    for (const name of FIELDS) {
      if (asked[name] && (name !== "per" || asked.pay)) {
        state.set(name, asked[name]);
      }
    }
    const hash = state.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  async function apply({ keepsAddress = false } = {}) {
    const turn = ++latest;
    const asked = wanted();
    const chosen = ["place", "specialization", "type", "workplace", "least"].filter((name) => asked[name]).length;
    part("active").textContent = chosen ? ` (${chosen})` : "";
    clear.hidden = !FIELDS.some((name) => name !== "per" && asked[name]);
    if (!keepsAddress) {
      remember(asked);
    }
    if (!chosen && !asked.words.length) {
      showAll();
      count.textContent = unfiltered;
      return;
    }
    try {
      if (!openings) {
        count.textContent = "Loading the openings…";
        await load();
      }
    } catch {
      showAll();
      count.textContent = "The search could not be loaded. Try again, or use the list and the links to browse.";
      return;
    }
    if (turn === latest) {
      showMatches(asked);
    }
  }

  // A shared search may name a place that has no opening any more: it stays chosen, so that the count is honest.
  function choose(field, value) {
    field.value = value;
    if (field.tagName === "SELECT" && field.value !== value) {
      field.append(new Option(value, value, false, true));
    }
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      return;
    }
    const state = new URLSearchParams(hash);
    for (const name of FIELDS) {
      choose(fields[name], (state.get(name) || (name === "per" ? "hour" : "")).slice(0, 200));
    }
    apply({ keepsAddress: true });
  }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, event.target.tagName === "SELECT" ? 0 : 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    apply();
  });
  for (const button of [clear, restart]) {
    button.addEventListener("click", () => {
      form.reset();
      fields.q.focus();
      apply();
    });
  }
  more.addEventListener("click", () => showMore().querySelector("a").focus());
  window.addEventListener("hashchange", recall);

  // Beside the list there is room for the filters; on a phone they open on demand.
  const isWide = matchMedia("(min-width: 62rem)");
  const settle = () => {
    filters.open = filters.open || isWide.matches;
  };
  isWide.addEventListener("change", settle);
  settle();
  form.hidden = false;
  recall();
})();
