// The package brings no types in this version; what is used of it is checked where it is used.
declare module '@sqlite.org/sqlite-wasm' {
  export default function start(): Promise<unknown>
}
