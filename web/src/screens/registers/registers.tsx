export function Registers() {
  return null;
}
