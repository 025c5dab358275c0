export function Offices() {
  return null;
}
