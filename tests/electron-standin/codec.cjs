'use strict'
// Structured-clone-ish values <-> JSON. The same source runs in the page (stringified) and in Node.
function codec() {
  const TA = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ]
  const b64 = (u8) => {
    if (typeof Buffer !== 'undefined')
      return Buffer.from(u8.buffer, u8.byteOffset, u8.byteLength).toString('base64')
    let s = ''
    for (let i = 0; i < u8.length; i += 32768) s += String.fromCharCode.apply(null, u8.subarray(i, i + 32768))
    return btoa(s)
  }
  const un64 = (s) => {
    if (typeof Buffer !== 'undefined') {
      const b = Buffer.from(s, 'base64')
      return new Uint8Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength))
    }
    const t = atob(s),
      u = new Uint8Array(t.length)
    for (let i = 0; i < t.length; i++) u[i] = t.charCodeAt(i)
    return u
  }
  const tag = (v) => Object.prototype.toString.call(v).slice(8, -1)
  const enc = (v, seen = new Map()) => {
    switch (typeof v) {
      case 'undefined':
        return { $: 'u' }
      case 'bigint':
        return { $: 'n', v: String(v) }
      case 'number':
        return Number.isFinite(v) && !Object.is(v, -0)
          ? v
          : { $: 'f', v: Object.is(v, -0) ? '-0' : String(v) }
      case 'string':
      case 'boolean':
        return v
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.')
    }
    if (v === null) return null
    if (seen.has(v)) return { $: 'r', i: seen.get(v) }
    seen.set(v, seen.size)
    const t = tag(v)
    if (Array.isArray(v)) return { $: 'a', v: Array.from(v, (x) => enc(x, seen)) }
    if (t === 'Date') return { $: 'd', v: v.getTime() }
    if (t === 'RegExp') return { $: 'x', s: v.source, f: v.flags }
    if (t === 'Map') return { $: 'm', v: [...v].map(([a, b]) => [enc(a, seen), enc(b, seen)]) }
    if (t === 'Set') return { $: 's', v: [...v].map((x) => enc(x, seen)) }
    if (t === 'ArrayBuffer') return { $: 'ab', v: b64(new Uint8Array(v)) }
    if (ArrayBuffer.isView(v))
      return {
        $: 'ta',
        t: TA.includes(t) ? t : 'Uint8Array',
        v: b64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)),
      }
    if (t === 'Error' || v instanceof Error) return { $: 'e', n: v.name, m: v.message, s: v.stack }
    const o = {}
    for (const k of Object.keys(v)) o[k] = enc(v[k], seen)
    return { $: 'o', v: o }
  }
  const dec = (v, refs = []) => {
    if (v === null || typeof v !== 'object') return v
    const keep = (x) => {
      refs.push(x)
      return x
    }
    switch (v.$) {
      case 'u':
        return undefined
      case 'n':
        return BigInt(v.v)
      case 'f':
        return v.v === '-0' ? -0 : Number(v.v)
      case 'r':
        return refs[v.i]
      case 'a': {
        const r = keep([])
        for (const x of v.v) r.push(dec(x, refs))
        return r
      }
      case 'd':
        return keep(new Date(v.v))
      case 'x':
        return keep(new RegExp(v.s, v.f))
      case 'm': {
        const r = keep(new Map())
        for (const [a, b] of v.v) r.set(dec(a, refs), dec(b, refs))
        return r
      }
      case 's': {
        const r = keep(new Set())
        for (const x of v.v) r.add(dec(x, refs))
        return r
      }
      case 'ab':
        return keep(un64(v.v).buffer)
      case 'ta': {
        const u = un64(v.v)
        return keep(v.t === 'Uint8Array' ? u : new globalThis[v.t](u.buffer))
      }
      case 'e': {
        const e = new (globalThis[v.n] || Error)(v.m)
        e.stack = v.s
        return keep(e)
      }
      case 'o': {
        const r = keep({})
        for (const k of Object.keys(v.v)) r[k] = dec(v.v[k], refs)
        return r
      }
    }
  }
  return { enc, dec }
}
module.exports = codec()
module.exports.source = codec.toString()
