export function Spokespersons() {
  return null;
}
