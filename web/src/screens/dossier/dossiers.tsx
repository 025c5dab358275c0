export function Dossiers() {
  return null;
}
