export function FigureChanges() {
  return null;
}
