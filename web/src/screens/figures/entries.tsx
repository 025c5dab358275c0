export function FigureEntries() {
  return null;
}
