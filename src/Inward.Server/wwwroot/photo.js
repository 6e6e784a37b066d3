// A picture is cut to a square and made small here, whichever way up it was taken. Without scripts it goes as it is.
const input = document.querySelector('input[type=file][data-square]');

input?.addEventListener('change', async () => {
  const [file] = input.files;
  if (!file) return;
  try {
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const size = Math.max(32, Math.min(side, 256));
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    const paint = canvas.getContext('2d');
    paint.fillStyle = '#fff';
    paint.fillRect(0, 0, size, size);
    paint.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, size, size);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .88));
    const files = new DataTransfer();
    files.items.add(new File([blob], 'photo.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
  } catch {
    // Whoever looks at it next says what is wrong with it.
  }
});
