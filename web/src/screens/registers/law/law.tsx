export function Law() {
  return null;
}
