export function CaseFile() {
  return null;
}
