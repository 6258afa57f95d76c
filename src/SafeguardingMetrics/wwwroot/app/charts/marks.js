// Draws the points of a trend. Shapes carry the meaning: a diamond for a change for the worse, a large ring for the better,
// a hollow circle where the month is not over.

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('../figures/verdict.js').Point} point
 * @param {number} x
 * @param {number} y
 * @param {number} unit Canvas pixels for each CSS pixel.
 */
export function drawPoint(pen, point, x, y, unit) {
  const special = point.variation === 'concern' ? 'concern' : point.variation === 'improvement' ? 'improvement' : '';
  const size = (special ? 6.5 : 3.5) * unit;
  pen.beginPath();
  if (special === 'concern') {
    pen.moveTo(x, y - size);
    pen.lineTo(x + size, y);
    pen.lineTo(x, y + size);
    pen.lineTo(x - size, y);
    pen.closePath();
  } else pen.arc(x, y, size, 0, 2 * Math.PI);
  pen.lineWidth = 2 * unit;
  pen.strokeStyle = special === 'concern' ? '#9c4a00' : '#144e81';
  pen.fillStyle =
    special === 'concern' ? '#9c4a00' : special === 'improvement' || !point.isComplete ? '#ffffff' : '#144e81';
  pen.fill();
  pen.stroke();
  if (special !== 'improvement') return;
  pen.beginPath();
  pen.arc(x, y, 2.5 * unit, 0, 2 * Math.PI);
  pen.fillStyle = '#144e81';
  pen.fill();
}

/**
 * Draws within which two values a figure of rounded numbers lies.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} least
 * @param {number} most
 * @param {number} unit Canvas pixels for each CSS pixel.
 */
export function drawRange(pen, x, least, most, unit) {
  const half = 4 * unit;
  pen.beginPath();
  pen.moveTo(x, least);
  pen.lineTo(x, most);
  for (const end of [least, most]) {
    pen.moveTo(x - half, end);
    pen.lineTo(x + half, end);
  }
  pen.lineWidth = 1.5 * unit;
  pen.strokeStyle = '#144e81';
  pen.stroke();
}
