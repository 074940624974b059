import { describe, expect, it } from 'vitest'
import { browserIdentity } from '../../../main/capture/browserIdentity.ts'

const identity = (languages: readonly string[] = ['de-AT', 'en'], platform = 'linux') =>
  browserIdentity('150.0.7123.44', platform, languages)

describe('browserIdentity', () => {
  it('is the plain Chrome of the engine’s version, and nothing of ours', () => {
    expect(identity().userAgent).toBe(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    )
    expect(JSON.stringify(identity())).not.toMatch(/electron|offprint/i)
  })

  it.each(['darwin', 'win32', 'linux', 'freebsd'])('names one system everywhere (%s)', (platform) => {
    const { hints, metadata } = identity(['en'], platform)
    expect(hints['sec-ch-ua-platform']).toBe(`"${metadata.platform}"`)
    expect(hints['sec-ch-ua']).toContain('"Google Chrome";v="150"')
    expect(metadata.fullVersionList).toContainEqual({ brand: 'Google Chrome', version: '150.0.7123.44' })
  })

  it('asks for the system’s languages, each followed by its base', () => {
    expect(identity().languages).toBe('de-AT,de,en')
    expect(identity(['en-US', 'en-GB', 'fr']).languages).toBe('en-US,en,en-GB,fr')
  })

  it.each([[[]], [['C']], [['C.UTF-8', 'POSIX_x']]])(
    'asks for English where the system has no language: %j',
    (languages) => {
      expect(identity(languages).languages).toBe('en-US,en')
    },
  )
})
