export function Overview() {
  return <h1>Figures</h1>;
}
