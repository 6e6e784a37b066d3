// Where talks are logged: brings the worker that keeps them without a network, shows what waits on this device, and has it sent.
const { serviceWorker } = navigator;
const { body, documentElement: root } = document;
const byId = id => document.getElementById(id);
const me = body.dataset.me;

async function say(says, key) {
  const { active } = await serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const told = new Promise(done => port1.onmessage = ({ data }) => done(data));
  active.postMessage({ says, key, me, language: root.lang }, [port2]);
  show(await told);
}

const valuesOf = (talk, name) => talk.fields.filter(([field, value]) => field === name && value).map(([, value]) => value);
const whyOf = html => new DOMParser().parseFromString(html, 'text/html').querySelector('#errors li, #errors')?.textContent.trim();

function show(talks) {
  const mine = talks.filter(talk => talk.by === me);
  for (const note of document.querySelectorAll('[data-waiting]')) {
    note.hidden = !mine.length;
    note.querySelector('[data-count]').textContent = mine.length;
  }
  const list = byId('device');
  if (!list) return;
  list.replaceChildren(...mine.map(rowOf));
  byId('others').hidden = mine.length === talks.length;
  byId('nothing').hidden = talks.length > 0;
  list.closest('.card').hidden = !mine.length;
}

function rowOf(talk) {
  const row = byId('device-row').content.firstElementChild.cloneNode(true);
  const part = name => row.querySelector(`[data-${name}]`);
  part('whom').textContent = valuesOf(talk, 'with').join(', ') || '–';
  part('when').textContent = new Date(talk.at).toLocaleString(root.lang, { dateStyle: 'medium', timeStyle: 'short' });
  part('text').textContent = valuesOf(talk, 'text').join('\n');
  part('why').textContent = talk.refused ? whyOf(talk.refused) ?? '' : '';
  part('why').hidden = part('correct').hidden = !talk.refused;
  part('correct').addEventListener('click', () => correct(talk));
  part('discard').addEventListener('click', () => confirm(part('discard').dataset.sure) && say('discard', talk.key));
  return row;
}

/** The form opens with what was typed, as a draft of this tab, and stays the same talk. */
function correct(talk) {
  const draft = { private: [valuesOf(talk, 'private').length > 0] };
  for (const name of ['with', 'channel', 'text', 'on']) draft[name] = valuesOf(talk, name);
  sessionStorage.setItem(`draft:${me}:talk`, JSON.stringify(draft));
  location.assign(`/conversations/new?kept=${encodeURIComponent(talk.key)}`);
}

const corrected = new URLSearchParams(location.search).get('kept');
const form = document.querySelector('form[action="/conversations/new"]');
if (corrected && form?.elements.key) form.elements.key.value = corrected;
for (const note of document.querySelectorAll('[data-when-offline]')) note.hidden = !('offline' in body.dataset);

if (serviceWorker && me) {
  serviceWorker.register('/sw.js').catch(() => { /* A browser that keeps nothing: everything else works. */ });
  serviceWorker.addEventListener('message', ({ data: { sent } }) => {
    byId('live').textContent = sent ? document.querySelector('[data-sent]')?.dataset.sent ?? '' : '';
    say('list');
  });
  addEventListener('online', () => say('send'));
  say('send');
}
