// Stands in for the package's HTTP client: the tests name a router on port 4000, and ours is on a port that was free.
const router = 'http://localhost:4000/';

module.exports = (url, options) => fetch(url === router ? process.env.ROUTER_URL : url, options);
