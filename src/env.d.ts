// tsc cannot read .astro files; it only needs to know that importing one gives a component. `astro check` reads them.

declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory
  export default component
}
