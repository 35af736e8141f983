/** The page's script, sent as a file of its own. The page reads and works without it; it adds completion, live messages and sources in place. */
export const script = String.raw`
const log = document.getElementById("log");
const form = document.getElementById("say");
const line = document.getElementById("line");
const list = document.getElementById("completions");
const state = document.getElementById("state");
const side = document.getElementById("side");
const typed = [];
let recalled = 0;

const fragment = (text) => {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
};
const isAtEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 160;
/* What is longer than the window is shown from its beginning, with the question above it. */
const toEnd = (entry) => {
  const tall = entry && entry.offsetHeight > innerHeight - 180;
  const asked = entry?.previousElementSibling;
  if (tall) (asked?.classList.contains("typed") ? asked : entry).scrollIntoView({ block: "start" });
  else scrollTo(0, document.documentElement.scrollHeight);
};
const notice = document.getElementById("notice");
const tell = (text) => { notice.textContent = text; notice.hidden = text === ""; };

/* Live messages */
if (log && !log.dataset.past) {
  const events = new EventSource("/events?after=" + log.dataset.last);
  events.addEventListener("open", () => { state.textContent = state.dataset.live; state.className = "state live"; });
  events.addEventListener("error", () => { state.textContent = state.dataset.offline; state.className = "state"; });
  events.addEventListener("added", (event) => {
    const content = fragment(event.data);
    const entry = content.firstElementChild;
    if (!entry || document.getElementById(entry.id)) return;
    document.getElementById("welcome")?.remove();
    const follow = isAtEnd();
    log.append(content);
    if (follow) toEnd(entry);
  });
  events.addEventListener("replaced", (event) => {
    const content = fragment(event.data);
    const entry = content.firstElementChild;
    document.getElementById(entry?.id)?.replaceWith(content);
  });
  events.addEventListener("side", async () => {
    const answer = await fetch("/side");
    if (answer.ok) side.replaceChildren(fragment(await answer.text()));
  });
  if (!location.hash) toEnd(log.lastElementChild);
}

/* Sending without leaving the page */
const send = async (target, body) => {
  target.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(target.action, { method: "POST", body, headers: { "x-quoth": "1" } });
    tell(answer.ok ? "" : await answer.text());
    return answer.ok;
  } catch {
    tell(state.dataset.offline);
    return false;
  } finally {
    target.removeAttribute("aria-busy");
  }
};
document.addEventListener("submit", async (event) => {
  const target = event.target;
  if (target.method !== "post") return;
  event.preventDefault();
  const body = new FormData(target, event.submitter);
  if (target !== form) return send(target, target.enctype === "multipart/form-data" ? body : new URLSearchParams(body));
  const text = line.value.trim();
  if (text === "" && !body.get("file")?.size) return;
  if (text) typed.push(text);
  recalled = typed.length;
  line.value = "";
  asked++;
  grow();
  close();
  scrollTo(0, document.documentElement.scrollHeight);
  if (!(await send(form, body))) line.value = text;
  form.elements.file.value = "";
});
form?.elements.file.addEventListener("change", (event) => {
  event.target.closest("label").classList.toggle("chosen", event.target.files.length > 0);
});

/* Sources beside the bullet */
const closeSource = (link) => {
  link.setAttribute("aria-expanded", "false");
  link.parentElement.querySelector(".beside")?.remove();
};
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a.opens");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.getAttribute("aria-expanded") === "true") return closeSource(link);
  document.querySelectorAll('a.opens[aria-expanded="true"]').forEach(closeSource);
  const answer = await fetch(link.href + "&part=1");
  if (!answer.ok) return;
  const panel = document.createElement("aside");
  panel.className = "beside";
  panel.tabIndex = -1;
  panel.append(fragment(await answer.text()));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = log.dataset.close;
  button.addEventListener("click", () => { closeSource(link); link.focus(); });
  panel.append(button);
  link.setAttribute("aria-expanded", "true");
  link.after(panel);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const link = document.querySelector('a.opens[aria-expanded="true"]');
  if (link) { closeSource(link); link.focus(); }
});

/* The command line: completion, history, growth */
let chosen = -1;
let asked = 0;
const options = () => [...list.children];
const close = () => { list.hidden = true; list.replaceChildren(); chosen = -1; line?.setAttribute("aria-expanded", "false"); line?.removeAttribute("aria-activedescendant"); };
const grow = () => { line.rows = Math.min(8, line.value.split("\n").length + Math.floor(line.value.length / 400)); };
const choose = (place) => {
  chosen = (place + options().length) % options().length;
  options().forEach((option, each) => option.setAttribute("aria-selected", String(each === chosen)));
  options()[chosen].scrollIntoView({ block: "nearest" });
  line.setAttribute("aria-activedescendant", options()[chosen].id);
};
const take = (option) => { line.value = option.dataset.value; line.focus(); suggest(); };
/* Fingers are faster than answers: what is taken belongs to the line as it stands. */
const takeBest = async () => {
  if (list.dataset.line !== line.value) await suggest();
  const best = options()[Math.max(0, chosen)];
  if (best && list.dataset.line === line.value) take(best);
};
const suggest = async () => {
  const turn = ++asked;
  const text = line.value;
  if (text.length > 200 || text.includes("\n")) return close();
  const answer = await fetch("/complete?line=" + encodeURIComponent(text));
  if (!answer.ok || turn !== asked) return;
  const found = (await answer.json()).filter(({ value }) => value.trim() !== text.trim());
  if (turn !== asked || document.activeElement !== line) return;
  close();
  list.replaceChildren(...found.map(({ value, label, about }, place) => {
    const option = document.createElement("li");
    option.id = "option" + place;
    option.role = "option";
    option.dataset.value = value;
    option.textContent = label;
    if (about) {
      const told = document.createElement("span");
      told.textContent = about;
      option.append(" ", told);
    }
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
    return option;
  }));
  list.dataset.line = text;
  list.hidden = found.length === 0;
  line.setAttribute("aria-expanded", String(found.length > 0));
};
if (line) {
  line.setAttribute("role", "combobox");
  line.setAttribute("aria-controls", "completions");
  line.setAttribute("aria-expanded", "false");
  line.setAttribute("aria-autocomplete", "list");
  line.addEventListener("input", () => { grow(); suggest(); });
  line.addEventListener("blur", close);
  line.addEventListener("click", () => { if (line.value === "") suggest(); });
  line.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" && open) { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowDown" && line.value === "") suggest();
    else if (event.key === "ArrowUp" && open) { event.preventDefault(); choose(chosen - 1); }
    else if (event.key === "Tab" && open && !event.shiftKey && (line.value !== "" || chosen >= 0)) { event.preventDefault(); takeBest(); }
    else if (event.key === "Escape") close();
    else if (event.key === "ArrowUp" && line.value === "" && recalled > 0) { event.preventDefault(); line.value = typed[--recalled]; }
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (open && chosen >= 0) take(options()[chosen]);
      else form.requestSubmit();
    }
  });
}
`;
