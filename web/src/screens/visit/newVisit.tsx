export function NewVisit() {
  return null;
}
