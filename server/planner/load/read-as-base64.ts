/** The bytes of a file as base64, as the service's JSON takes them. */
export async function readAsBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const part = 0x8000;
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += part) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + part)));
  }
  return btoa(pieces.join(""));
}
