// The world in the Equal Earth projection (Šavrič, Patterson, Jenny 2018), and a window on it.

const A = [1.340264, -0.081106, 0.000893, 0.003796];
const ROOT = Math.sqrt(3);
const RADIANS = Math.PI / 180;

/** Where a place is on the plane: x to the east, y to the south, in units of the sphere's radius. */
export function project(lon, lat) {
  const t = Math.asin((ROOT / 2) * Math.sin(lat * RADIANS));
  const t2 = t * t;
  const t6 = t2 ** 3;
  const slope = A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2);
  return [(2 * ROOT * lon * RADIANS * Math.cos(t)) / (3 * slope), -t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))];
}

/** Parts of the world as `[west, south, east, north]`. */
export const REGIONS = {
  world: ['World', [-130, -44, 158, 68]],
  americas: ['Americas', [-128, -36, -34, 58]],
  europe: ['Europe', [-13, 35, 33, 61]],
  africa: ['Middle East and Africa', [-20, -36, 62, 42]],
  asia: ['Asia-Pacific', [58, -44, 155, 54]],
};

/** How to bring a part of the world into a box of so many pixels. */
export function windowOn([west, south, east, north], width, height) {
  const corners = [[west, south], [west, north], [east, south], [east, north], [west, 0], [east, 0]].map(([lon, lat]) => project(lon, Math.max(south, Math.min(north, lat))));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(width / (x1 - x0), height / (y1 - y0));
  return { k, dx: width / 2 - (k * (x0 + x1)) / 2, dy: height / 2 - (k * (y0 + y1)) / 2 };
}

/** Lines of the data file, whose numbers are differences in tenths of a degree, on the plane. */
export function lines(encoded) {
  return encoded.map((numbers) => {
    const points = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      lon += numbers[i];
      lat += numbers[i + 1];
      points.push(project(lon / 10, lat / 10));
    }
    return points;
  });
}

/** Lines as a path in the pixels of a window. */
export function path(shapes, { k, dx, dy }, closed) {
  const drawn = new Path2D();
  for (const points of shapes) {
    points.forEach(([x, y], i) => (i ? drawn.lineTo(k * x + dx, k * y + dy) : drawn.moveTo(k * x + dx, k * y + dy)));
    if (closed) {
      drawn.closePath();
    }
  }
  return drawn;
}
