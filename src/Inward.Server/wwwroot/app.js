// Progressive enhancement only: every page works without this file. docs/design-system.md lists the data- attributes it reads.
const { documentElement: root, body } = document;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const byId = id => document.getElementById(id);
const announce = text => { const live = byId('live'); if (live && text?.trim()) live.textContent = text.trim(); };
const words = form => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
const later = (work, ms) => { let timer; return (...args) => { clearTimeout(timer); timer = setTimeout(work, ms, ...args); }; };

// ---- Fragments: one part of a page, fetched again from the address that also shows it whole

async function fragment(url, id, options) {
  const reply = await fetch(url, { ...options, headers: { 'X-Fragment': id } });
  // A redirect is the sign-in page: whole, and not what was asked for.
  if (!reply.ok || reply.redirected) throw new Error(reply.statusText || 'redirected');
  const html = await reply.text();
  // A page that knows no fragments answers whole: only the part that was asked for is taken.
  return /^\s*<!doctype/i.test(html) ? new DOMParser().parseFromString(html, 'text/html').getElementById(id).innerHTML : html;
}

/** Puts the newest reply into its place; a newer question drops the older one. */
function replacing(id) {
  let asking;
  return async (url, options, failed = () => {}) => {
    asking?.abort();
    const mine = asking = new AbortController();
    const place = byId(id);
    if (!place) return;
    place.setAttribute('aria-busy', 'true');
    try {
      place.innerHTML = await fragment(url, id, { ...options, signal: mine.signal });
      return place;
    } catch (error) {
      if (error.name !== 'AbortError') failed(error);
    } finally {
      if (asking === mine) place.removeAttribute('aria-busy');
    }
  };
}

function filter(form) {
  const replace = replacing(form.dataset.live);
  const run = async () => {
    const query = new URLSearchParams([...words(form)].filter(([, value]) => value !== ''));
    const url = form.action.split('?')[0] + (query.size ? '?' + query : '');
    const place = await replace(url, {}, () => location.assign(url));
    if (!place) return;
    renewing.delete(place);
    history.replaceState(null, '', url);
    announce(place.querySelector('[data-announce]')?.textContent);
  };
  form.addEventListener('input', later(run, 150));
  form.addEventListener('submit', event => { if (event.submitter?.hasAttribute('formaction')) return; event.preventDefault(); run(); });
}

function coach(form) {
  const replace = replacing('coach');
  let said = '';
  form.addEventListener('input', later(() => {
    const body = words(form);
    if (said === (said = String(body))) return;
    replace(form.dataset.coach || '/asks/coach', { method: 'POST', body });
  }, 250));
}

// ---- Live updates: an event says only what changed; each part fetches itself, never under the reader's hands

const typed = new WeakSet();
const renewing = new WeakMap();
const busy = el => el.contains(document.activeElement) || all('form', el).some(form => typed.has(form))
  || el.querySelector('details:is(.menu, .move)[open], dialog[open], .pick:checked') || el.contains(getSelection().toString() ? getSelection().anchorNode : document);
const stateOf = el => renewing.get(el) ?? renewing.set(el, {}).get(el);

async function renew(el, force) {
  const state = stateOf(el);
  clearTimeout(state.timer);
  if (!force && busy(el)) return el.dataset.stale = '';
  state.at = Date.now();
  try {
    const html = await fragment(el.dataset.from || location.href, el.id);
    if (!force && busy(el)) return el.dataset.stale = '';
    delete el.dataset.stale;
    if (html === state.html) return;
    el.innerHTML = state.html = html;
    all('form[data-draft]', el).forEach(recall);
  } catch { /* It stays as it was; the next event or visit asks again. */ }
}

/** At most one question in two seconds a part, and not all readers in the same instant. */
function renewSoon(el) {
  const state = stateOf(el);
  clearTimeout(state.timer);
  state.timer = setTimeout(renew, Math.max(0, (state.at ?? 0) + 2000 - Date.now()) + 100 + Math.random() * 400, el);
}

const fresh = () => all('[data-fresh][id]');
const concerns = (el, change) => el.dataset.fresh.split(/\s+/).some(token => {
  const [room, id] = token.split(':');
  return id ? id === change.id : room === change.on;
});
let stream, pause = 1000, missed = false, leaving;

function listen() {
  if (stream || document.hidden || !fresh().length) return;
  let steady;
  const mine = stream = new EventSource('/live');
  mine.addEventListener('open', () => {
    if (missed) fresh().forEach(renewSoon);
    missed = false;
    steady = setTimeout(() => pause = 1000, 10000);
  });
  mine.addEventListener('changed', ({ data }) => {
    const change = JSON.parse(data);
    fresh().filter(el => concerns(el, change)).forEach(renewSoon);
  });
  mine.addEventListener('error', () => {
    clearTimeout(steady);
    hangUp();
    setTimeout(listen, pause * (1 + Math.random()));
    pause = Math.min(pause * 2, 120000);
  });
}

function hangUp() {
  stream?.close();
  [stream, missed] = [null, true];
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(leaving);
  // All tabs of an address share six connections: one that nobody sees gives its own back.
  if (document.hidden) leaving = setTimeout(hangUp, 30000); else listen();
});
addEventListener('pagehide', hangUp);
document.addEventListener('focusout', () => setTimeout(() => all('[data-stale]').forEach(el => busy(el) || renew(el))));

// ---- Drafts: what is typed outlives a reload of this tab. Kept per person, because some terminals are shared

const drawer = form => `draft:${body.dataset.me ?? ''}:${form.dataset.draft}`;
const fieldsOf = form => [...form.elements].filter(field => field.name && !/^(hidden|password|file|submit|button|reset)$/.test(field.type));
const keep = later(form => {
  const draft = {};
  for (const field of fieldsOf(form)) (draft[field.name] ??= []).push(/^(checkbox|radio)$/.test(field.type) ? field.checked : field.value);
  sessionStorage.setItem(drawer(form), JSON.stringify(draft));
}, 200);

function recall(form) {
  const kept = sessionStorage.getItem(drawer(form));
  // A page that names errors already shows what was sent.
  if (!kept || byId('errors')) return;
  for (const [name, values] of Object.entries(JSON.parse(kept))) {
    const named = () => fieldsOf(form).filter(field => field.name === name);
    for (let missing = values.length - named().length; missing > 0; missing--) another(form, name);
    named().forEach((field, i) => {
      if (typeof values[i] === 'boolean') field.checked = values[i];
      else if (values[i] !== undefined) field.value = values[i];
    });
  }
  typed.add(form);
  form.querySelector('[data-restored]')?.classList.add('on');
  form.dispatchEvent(new Event('input'));
}

function forgetSent() {
  const sent = sessionStorage.getItem('sent');
  // Refused (errors), sent away (the door) or never arrived (reload, back): then the draft is still needed.
  const arrived = performance.getEntriesByType('navigation')[0]?.type === 'navigate';
  if (sent && arrived && !byId('errors') && !body.classList.contains('door')) sessionStorage.removeItem(sent);
  sessionStorage.removeItem('sent');
}

document.addEventListener('input', ({ target }) => {
  const form = target.form;
  if (!form || form.dataset.live) return;
  typed.add(form);
  if (form.dataset.draft) keep(form);
});
document.addEventListener('reset', ({ target: form }) => {
  typed.delete(form);
  sessionStorage.removeItem(drawer(form));
  all('[data-restored]', form).forEach(note => note.classList.remove('on'));
});

// ---- Sending: once, after a yes where something would be lost

const agreed = new WeakSet();

const make = (tag, properties, ...inside) => { const el = Object.assign(document.createElement(tag), properties); el.append(...inside); return el; };

function confirmed(form, submitter) {
  const no = make('button', { className: 'btn', value: '' }, body.dataset.cancel || 'Cancel');
  const yes = make('button', { className: 'btn bad', value: 'yes' }, submitter?.textContent.trim() || 'OK');
  const dialog = make('dialog', {}, make('h2', { id: 'confirm' }, form.dataset.confirm), make('form', { method: 'dialog', className: 'acts' }, no, yes));
  dialog.setAttribute('aria-labelledby', 'confirm');
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue !== 'yes') return submitter?.focus();
    agreed.add(form);
    form.requestSubmit(submitter);
  });
  body.append(dialog);
  dialog.showModal();
}

async function changeTheme(form, submitter) {
  const theme = submitter.value;
  const data = new URLSearchParams([...words(form), [submitter.name, theme]]);
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme; else delete root.dataset.theme;
  all('button', form).forEach(button => button.setAttribute('aria-pressed', button === submitter));
  try { await fetch(form.action, { method: 'POST', body: data }); } catch { /* Only this page shows it then. */ }
}

document.addEventListener('submit', event => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method === 'dialog') return;
  const instead = form.hasAttribute('aria-busy') ? () => {}
    : form.dataset.confirm && !agreed.delete(form) ? confirmed
    : 'themeForm' in form.dataset && submitter ? changeTheme : null;
  if (instead) { event.preventDefault(); return instead(form, submitter); }
  // Buttons stay enabled: a disabled one would not send its own name and value.
  form.setAttribute('aria-busy', 'true');
  setTimeout(() => form.removeAttribute('aria-busy'), 8000);
  typed.delete(form);
  if (form.dataset.draft) sessionStorage.setItem('sent', drawer(form));
  if ('forget' in form.dataset) sessionStorage.clear();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) all('form[aria-busy]').forEach(form => form.removeAttribute('aria-busy'));
  listen();
});

// ---- Dialogs, menus, toast and the small helpers of forms

function open(id) {
  all('dialog[open]').forEach(other => other.close());
  byId(id).showModal();
  byId(id).querySelector('input')?.select();
}

function another(form, name) {
  const last = all(`[name="${CSS.escape(name)}"]`, form).at(-1);
  const copy = last?.closest('.repeat > *')?.cloneNode(true);
  if (!copy) return;
  const field = copy.name === name ? copy : copy.querySelector(`[name="${CSS.escape(name)}"]`);
  field.value = '';
  field.id = `${name}-${form.elements.length}`;
  all('label', copy).forEach(label => label.htmlFor = field.id);
  last.closest('.repeat > *').after(copy);
  return field;
}

/** A line of its own for what comes next: the caret's when it is empty, else the one below. */
function beginLine(field, start) {
  const end = (field.value + '\n').indexOf('\n', field.selectionEnd);
  const isEmpty = !field.value.slice(field.value.lastIndexOf('\n', end - 1) + 1, end).trim();
  field.setRangeText((isEmpty ? '' : '\n') + start + ' ', end, end, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function copyText(button) {
  const source = byId(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    announce(button.dataset.done);
  } catch { getSelection().selectAllChildren(source); }
}

const closeMenus = except => all('details.menu[open]').forEach(menu => menu.contains(except) || (menu.open = false));
document.addEventListener('click', event => {
  const { target } = event;
  closeMenus(target);
  if (target instanceof HTMLDialogElement) {
    const box = target.getBoundingClientRect();
    if (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom) target.close();
  }
  const doer = target.closest('[data-open], [data-close], [data-add], [data-copy], [data-print], [data-renew], [data-line]');
  if (!doer) return;
  const { open: dialog, add, copy } = doer.dataset;
  if (dialog && byId(dialog)) { event.preventDefault(); open(dialog); }
  if ('close' in doer.dataset) { event.preventDefault(); doer.closest('dialog')?.close(); doer.closest('[data-toast]')?.remove(); }
  if (add) another(doer.form ?? doer.closest('form'), add)?.focus();
  if (copy) copyText(doer);
  if ('print' in doer.dataset) print();
  if (doer.dataset.line) beginLine(byId(doer.dataset.into), doer.dataset.line);
  if ('renew' in doer.dataset) renew(doer.closest('[data-fresh]'), true);
});
document.addEventListener('change', ({ target }) => {
  if ('all' in target.dataset) all('.pick', target.form).forEach(pick => pick.checked = target.checked);
  if (target.matches('.pick')) all('[data-picked]', target.form).forEach(el => el.textContent = all('.pick:checked:not([data-all])', target.form).length);
});

function toast(el) {
  let timer;
  const wait = ms => { clearTimeout(timer); timer = setTimeout(() => el.remove(), ms); };
  for (const enter of ['pointerenter', 'focusin']) el.addEventListener(enter, () => clearTimeout(timer));
  for (const leave of ['pointerleave', 'focusout']) el.addEventListener(leave, () => wait(4000));
  wait(10000);
  setTimeout(() => announce(el.textContent), 200);
}

// ---- Command palette and keys

function palette(dialog) {
  const field = dialog.querySelector('input');
  const [hits, commands] = ['[data-hits]', '[data-commands]'].map(part => dialog.querySelector(part));
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const replace = replacing(hits.id);
  const search = later(() => {
    const q = field.value.trim();
    if (q) replace(`${field.form.action}?${new URLSearchParams({ q })}`); else hits.replaceChildren();
  }, 150);
  all('[data-command]').forEach(link => {
    const copy = link.cloneNode(true);
    for (const name of ['class', 'id', 'data-key', 'data-command']) copy.removeAttribute(name);
    copy.addEventListener('click', event => { event.preventDefault(); dialog.close(); link.click(); });
    commands.append(make('li', {}, copy));
  });
  field.addEventListener('input', () => {
    const wanted = plain(field.value).split(/\s+/);
    for (const item of commands.children) item.hidden = !wanted.every(word => plain(item.textContent).includes(word));
    search();
  });
  dialog.addEventListener('keydown', event => {
    const stops = [field, ...all('a, button', dialog).filter(el => el.checkVisibility())];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (step) { event.preventDefault(); stops.at((at + step) % stops.length)?.focus(); }
    if (event.key === 'Enter' && at === 0 && stops[1]) { event.preventDefault(); stops[1].click(); }
  });
}

const typing = el => el.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
let prefix = '', pressedAt = 0;

document.addEventListener('keydown', event => {
  const { key, target } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.isComposing) return;
  if (command && key.toLowerCase() === 'k' && byId('palette')) { event.preventDefault(); return open('palette'); }
  if (command && key === 'Enter' && target.form && target.matches('textarea')) return target.form.requestSubmit();
  if (key === 'Escape') {
    all('details.menu[open]').filter(menu => menu.contains(target)).forEach(menu => menu.querySelector('summary').focus());
    return closeMenus();
  }
  if (command || event.altKey || body.dataset.keys === 'off' || typing(target) || document.querySelector('dialog[open]')) return;
  const keys = prefix && Date.now() - pressedAt < 1500 ? `${prefix} ${key}` : key;
  const goal = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
  prefix = !goal && document.querySelector(`[data-key^="${CSS.escape(key)} "]`) ? key : '';
  pressedAt = Date.now();
  if (key === '?' && byId('keys')) { event.preventDefault(); return open('keys'); }
  if (!goal) return;
  event.preventDefault();
  if (typing(goal)) { goal.focus(); goal.select(); } else goal.click();
});

forgetSent();
all('form[data-live]').forEach(filter);
all('form[data-coach]').forEach(coach);
all('form[data-draft]').forEach(recall);
all('[data-toast]').forEach(toast);
if (byId('palette')) palette(byId('palette'));
byId('errors')?.focus();
