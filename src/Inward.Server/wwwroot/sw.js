// Without a network: the form of a talk opens, and what is typed into it waits on this device and is sent once. Nothing else is kept.
const Form = '/conversations/new';
const Waiting = '/offline';
const Shell = [Form, Waiting, '/app.css', '/app.js', '/offline.js', '/icons.svg', '/favicon.svg'];
const Patience = 8000;
const Day = 86_400_000;

const shell = () => caches.open('inward');
const ask = (address, options) => fetch(address, { signal: AbortSignal.timeout(Patience), credentials: 'same-origin', ...options });

// ---- The drawer: talks that are not known to have arrived, the oldest first

const drawer = () => new Promise((done, failed) => {
  const opening = indexedDB.open('inward', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('talks', { keyPath: 'key' });
  opening.onsuccess = () => done(opening.result);
  opening.onerror = () => failed(opening.error);
});

async function talks(mode, work) {
  const database = await drawer();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction('talks', mode, { durability: 'strict' });
      const asked = work(transaction.objectStore('talks'));
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

const waiting = async () => (await talks('readonly', store => store.getAll())).sort((a, b) => a.at - b.at);
const keep = talk => talks('readwrite', store => store.put(talk));
const discard = key => talks('readwrite', store => store.delete(key));

// ---- Sending: with the token of a fresh form, as whoever typed it, under the key that the form was opened with

async function fresh() {
  const reply = await ask(Form);
  const html = reply.ok && !reply.redirected ? await reply.text() : '';
  const [by, token] = [/name="by" value="([^"]+)"/, /name="__RequestVerificationToken" value="([^"]+)"/].map(field => html.match(field)?.[1]);
  return by && token ? { by, token } : null;
}

/** A token grown old, too many at once, or a server in trouble: later it may be another answer. */
const mayPass = status => status === 400 || status === 429 || status >= 500;

/** Where it stands now, or how it was refused; null when that is not known. */
async function send(talk, form) {
  const fields = { key: talk.key, by: talk.by, age: Math.max(0, Math.round((Date.now() - talk.at) / 1000)), __RequestVerificationToken: form.token };
  const reply = await ask(Form, { method: 'POST', body: new URLSearchParams([...talk.fields, ...Object.entries(fields)]) });
  const isLogged = reply.ok && reply.redirected && /^\/conversations\//.test(new URL(reply.url).pathname);
  if (isLogged) {
    await discard(talk.key);
    return { at: reply.url };
  }
  if (reply.ok || mayPass(reply.status)) return null;
  await keep({ ...talk, refused: await reply.clone().text() });
  return { refused: reply };
}

const sendAll = () => navigator.locks.request('send', async () => {
  let sent = 0;
  try {
    const mine = (await waiting()).filter(talk => !talk.refused);
    const form = mine.length ? await fresh() : null;
    for (const talk of mine.filter(talk => talk.by === form?.by)) if ((await send(talk, form))?.at) sent++;
  } catch { /* No network yet: they wait on. */ }
  if (sent) for (const page of await clients.matchAll()) page.postMessage({ sent });
});

async function logged(request) {
  const typed = [...await request.clone().formData()];
  const { key, by } = Object.fromEntries(typed);
  if (!key || !by) return fetch(request);
  const fields = typed.filter(([name]) => !/^(key|by|age|__RequestVerificationToken)$/.test(name));
  const isCorrected = (await waiting()).some(talk => talk.key === key);
  let reply;
  // A reply that was lost on its way is no harm: the same key is logged once.
  if (!isCorrected) {
    try { reply = await ask(request); } catch { /* It waits. */ }
    if (reply && !mayPass(reply.status)) return reply;
  }
  const talk = { key, by, fields, at: Date.now() };
  await keep(talk);
  registration.sync?.register('talks').catch(() => {});
  try {
    const form = isCorrected || reply ? await fresh() : null;
    const sent = form?.by === by ? await send(talk, form) : null;
    if (sent?.refused) return sent.refused;
    if (sent) return Response.redirect(sent.at, 303);
  } catch { /* It waits. */ }
  return Response.redirect(Waiting, 303);
}

// ---- Pages without a network

// Nobody waits for it, so a slow line has time.
async function refill() {
  const cache = await shell();
  for (const path of Shell) {
    const reply = await fetch(path);
    if (reply.ok && !reply.redirected) await cache.put(path, reply);
  }
}

/** The form that is kept is another's, in another language, or of yesterday. */
async function isStale(me, language) {
  const kept = await (await shell()).match(Form);
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date')) > Day) return true;
  const html = await kept.text();
  return !html.includes(`data-me="${me}"`) || !html.includes(`<html lang="${language}"`);
}

async function kept(path) {
  const reply = await (await shell()).match(path);
  if (!reply) return Response.error();
  if (!/html/.test(reply.headers.get('Content-Type'))) return reply;
  const headers = new Headers(reply.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  // Another form each time, and its day is the one on which it is sent or typed, not the one on which it was kept.
  const html = (await reply.text()).replace('<body ', '<body data-offline ')
    .replace(/(name="key" value=")[^"]*/, `$1${crypto.randomUUID()}`).replace(/(name="on"[^>]* value=")[^"]*/, '$1');
  return new Response(html, { headers });
}

async function page({ request, preloadResponse }, path) {
  const patience = new Promise((_, over) => path === Form && setTimeout(over, Patience));
  const reply = async () => await preloadResponse ?? fetch(request);
  try { return await Promise.race([reply(), patience]); } catch { return kept(path === Form ? Form : Waiting); }
}

addEventListener('install', event => event.waitUntil(refill().then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()])));
addEventListener('sync', event => event.waitUntil(sendAll()));
addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (request.method === 'GET') event.respondWith(page(event, pathname));
    else if (pathname === Form && !search) event.respondWith(logged(request));
  } else if (request.method === 'GET' && Shell.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(pathname)));
  }
});
addEventListener('message', event => event.waitUntil((async () => {
  const { says, key, me, language } = event.data;
  try {
    if (says === 'discard') await discard(key);
    if (says === 'send') await sendAll();
    if (says === 'send' && await isStale(me, language)) await refill();
  } catch { /* The next visit tries again. */ }
  event.ports[0].postMessage(await waiting());
})()));
