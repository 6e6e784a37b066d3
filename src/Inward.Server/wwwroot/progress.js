// While a file is being written its bar is asked for again and again, and once it is done the page.
const bar = document.getElementById('underway');

async function look() {
  try {
    const reply = await fetch(location.href, { headers: { 'X-Fragment': 'underway' } });
    const html = await reply.text();
    if (!reply.ok || reply.redirected || !html.trim()) return location.replace(location.href);
    bar.innerHTML = html;
  } catch {
    // The network is away for a moment; it is asked again.
  }
  setTimeout(look, 400);
}

if (bar) setTimeout(look, 400);
