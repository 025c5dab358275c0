export async function clock(): Promise<number> {
  return 0;
}
