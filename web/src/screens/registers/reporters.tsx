export function Reporters() {
  return null;
}
