# The production image: build, dependencies, and what runs. No secret passes through a layer.

FROM node:24-slim AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY seeds seeds
RUN npm run build

# The image brings its own Node, so the ones in the lock stay out.
FROM node:24-slim AS dependencies
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production \
    LUSHU_MODE=production \
    LUSHU_HOST=0.0.0.0 \
    LUSHU_DATA_DIR=/tmp/lushu \
    PORT=4000
WORKDIR /hub
COPY package.json LICENSE SECURITY.md ./
COPY --from=dependencies /hub/node_modules node_modules
COPY --from=build /hub/dist dist
COPY drizzle drizzle
# Files belong to root: whoever breaks into the process cannot change what runs.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["serve"]
