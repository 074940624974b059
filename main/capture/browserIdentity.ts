// A captured page meets the plain Chrome of our engine's version: sites send what they send to everybody, and learn nothing of Offprint.

export type BrowserIdentity = {
  readonly userAgent: string
  /** For `Accept-Language`. */
  readonly languages: string
  /** The client hints that every request carries. */
  readonly hints: Readonly<Record<string, string>>
  /** For the DevTools protocol's Emulation.setUserAgentOverride, so that scripts read the same. */
  readonly metadata: {
    readonly brands: readonly { readonly brand: string; readonly version: string }[]
    readonly fullVersionList: readonly { readonly brand: string; readonly version: string }[]
    readonly platform: string
    readonly platformVersion: string
    readonly architecture: string
    readonly model: string
    readonly mobile: boolean
  }
}

const systems: Readonly<Record<string, { readonly agent: string; readonly name: string; readonly version: string }>> = {
  darwin: { agent: 'Macintosh; Intel Mac OS X 10_15_7', name: 'macOS', version: '15.0.0' },
  win32: { agent: 'Windows NT 10.0; Win64; x64', name: 'Windows', version: '15.0.0' },
  linux: { agent: 'X11; Linux x86_64', name: 'Linux', version: '6.1.0' },
}

/** `chromium`: as in process.versions.chrome. `languages`: the system's, the preferred one first. */
export function browserIdentity(chromium: string, platform: string, languages: readonly string[]): BrowserIdentity {
  const major = chromium.split('.')[0] ?? '0'
  const system = systems[platform] ?? systems['linux']!
  const brands = [
    { brand: 'Chromium', version: major },
    { brand: 'Google Chrome', version: major },
    { brand: 'Not.A/Brand', version: '24' },
  ]
  return {
    // Chrome itself says 0.0.0 after its major version.
    userAgent: `Mozilla/5.0 (${system.agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
    languages: withBaseLanguages(languages).join(','),
    hints: {
      'sec-ch-ua': brands.map(({ brand, version }) => `"${brand}";v="${version}"`).join(', '),
      'sec-ch-ua-mobile': '?0',
      'sec-ch-ua-platform': `"${system.name}"`,
    },
    metadata: {
      brands,
      fullVersionList: brands.map(({ brand, version }) => ({
        brand,
        version: version === major ? chromium : `${version}.0.0.0`,
      })),
      platform: system.name,
      platformVersion: system.version,
      architecture: 'x86',
      model: '',
      mobile: false,
    },
  }
}

/** `de-AT` is followed by `de`, as Chrome does, so that a site with one German serves it. */
function withBaseLanguages(languages: readonly string[]): string[] {
  // A system without a language of its own says `C`.
  const real = languages.filter((language) => /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(language))
  const wanted = real.length > 0 ? real : ['en-US']
  const all = wanted.flatMap((language) => [language, language.split('-')[0] ?? language])
  return all.filter((language, at) => all.indexOf(language) === at).slice(0, 6)
}
