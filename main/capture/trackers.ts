// Pictures that are there to count readers. Known ones are dropped without being fetched; the rest of a page never refers to them.

const trackers =
  /^https?:\/\/(?:[^/]*\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googleadservices\.com|googlesyndication\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.net|chartbeat\.com|facebook\.com\/tr|facebook\.com\/impression|bat\.bing\.com|px\.ads\.linkedin\.com|analytics\.twitter\.com|t\.co\/i\/adsct|pixel\.wp\.com|stats\.wp\.com|sb\.voicefive\.com|hotjar\.com|segment\.(?:io|com)|mixpanel\.com|amplitude\.com|adsrvr\.org|adnxs\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|pixel\.[^/]+|counter\.[^/]+|ad\.[^/]+|ads\.[^/]+|beacon\.[^/]+|mc\.yandex\.ru|vg[0-9]{2}\.met\.vgwort\.de|[^/]*\.ivwbox\.de|ioam\.de|statcounter\.com|clicky\.com|matomo\.[^/]+|piwik\.[^/]+|omtrdc\.net|demdex\.net|2o7\.net)(?:[/?:]|$)/i

/** `b.gif?`, `/pixel.gif`, `/collect?` and the like on the page's own host. */
const trackingPath =
  /\/(?:(?:tracking|track|pixel|beacon|spacer|clear|blank|1x1|count(?:er)?|b|p|t)\.(?:gif|png)|collect|piwik\.php|matomo\.php)(?:\?|$)/i

export function isTracker(url: string): boolean {
  return trackers.test(url) || trackingPath.test(url)
}
