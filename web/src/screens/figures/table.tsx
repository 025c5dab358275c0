export function FigureTable() {
  return null;
}
