import { expect, test } from 'vitest'
import { linksInFile } from '../../../renderer/add/linksInFile.ts'

const link = 'https://a.example/1'

test('reads lists, bookmark files and the shortcuts of macOS', async () => {
  expect(await linksInFile(new File([`# later\n${link}\n`], 'links.txt', { type: 'text/plain' }))).toEqual([link])
  expect(await linksInFile(new File([`<DT><A HREF="${link}">One</A>`], 'bookmarks.html'))).toEqual([link])
  const shortcut = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>URL</key><string>${link}</string></dict></plist>`
  expect(await linksInFile(new File([shortcut], 'A page.webloc'))).toEqual([link])
})

test('reads a list in UTF-16, as Windows writes it', async () => {
  const little = new Uint8Array([0xff, 0xfe, ...[...`${link}\r\n`].flatMap((letter) => [letter.charCodeAt(0), 0])])
  const big = new Uint8Array([0xfe, 0xff, ...[...`${link}\r\n`].flatMap((letter) => [0, letter.charCodeAt(0)])])
  expect(await linksInFile(new File([little], 'links.txt'))).toEqual([link])
  expect(await linksInFile(new File([big], 'links.txt'))).toEqual([link])
})

test('takes nothing from a picture, a PDF or another file that is no text, whatever addresses stand in its bytes', async () => {
  const words = 'xmlns:xap="http://ns.adobe.com/xap/1.0/" /URI (https://b.example/)'
  const files = [
    new File([words], 'photo.jpg', { type: 'image/jpeg' }),
    new File([words], 'drawing.svg', { type: 'image/svg+xml' }),
    new File([`%PDF-1.7\n${words}`], 'paper'),
    new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]), words], 'photo'),
  ]
  for (const file of files) expect(await linksInFile(file), file.name).toBeUndefined()
})

test('takes nothing from what cannot be read, as a folder that was dropped', async () => {
  const folder = new File([link], 'a folder')
  folder.arrayBuffer = () => Promise.reject(new DOMException('It is none.', 'NotFoundError'))
  expect(await linksInFile(folder)).toBeUndefined()
})

test('takes nothing from a text that only names formats', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x=\'http://www.w3.org/1999/xlink\'></svg>'
  expect(await linksInFile(new File([drawing], 'drawing'))).toEqual([])
})
