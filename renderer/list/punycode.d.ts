// The package by its module file: by its name alone bundlers take it for Node's own.
declare module 'punycode/punycode.es6.js' {
  export function toUnicode(domain: string): string
}
