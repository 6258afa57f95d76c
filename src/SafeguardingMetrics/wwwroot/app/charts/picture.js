// Saves the chart with its title as a PNG picture.

/**
 * @param {HTMLCanvasElement} drawing
 * @param {string} title
 * @param {string} under
 * @param {string} fileName
 */
export function savePicture(drawing, title, under, fileName) {
  const unit = devicePixelRatio || 1;
  const picture = document.createElement('canvas');
  const margin = 16 * unit;
  picture.width = drawing.width + 2 * margin;
  picture.height = drawing.height + 80 * unit + margin;
  const pen = /** @type {CanvasRenderingContext2D} */ (picture.getContext('2d'));
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.fillStyle = '#0b0c0c';
  pen.font = `bold ${20 * unit}px Arial, sans-serif`;
  pen.fillText(title, margin, margin + 20 * unit, picture.width - 2 * margin);
  pen.font = `${14 * unit}px Arial, sans-serif`;
  pen.fillText(under, margin, margin + 44 * unit, picture.width - 2 * margin);
  pen.drawImage(drawing, margin, 80 * unit);
  picture.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}
