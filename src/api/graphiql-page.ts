/** Runs in the browser: puts GraphiQL on the page and sends every operation as the persona and for the purpose chosen. */
export const pageScript = `(() => {
  const { endpoint, examples } = document.body.dataset;
  const persona = document.getElementById('persona');
  const purpose = document.getElementById('purpose');
  const notice = document.getElementById('notice');
  const root = ReactDOM.createRoot(document.getElementById('graphiql'));
  let token;

  const render = () => {
    const headers = {};
    if (token) headers.authorization = 'Bearer ' + token;
    if (purpose.value) headers['x-lushu-purpose'] = purpose.value;
    const fetcher = GraphiQL.createFetcher({ url: endpoint, headers });
    root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: examples }));
  };

  const become = async () => {
    const chosen = persona.value;
    let given;
    if (chosen) {
      const answer = await fetch('/graphiql/token?persona=' + encodeURIComponent(chosen));
      if (answer.ok) given = (await answer.json()).token;
    }
    if (persona.value !== chosen) return;
    token = given;
    notice.textContent = chosen && !given ? 'No token: asking as the public. 未取得令牌,以社会公众身份查询。' : '';
    render();
  };

  purpose.addEventListener('change', render);
  persona?.addEventListener('change', become);
  render();
})();
`;

/** The bar above GraphiQL; GraphiQL brings a style of its own. */
export const pageStyle = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 14px system-ui, sans-serif; color: #3b4b68; background: #fff; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; padding: 8px 16px; border-bottom: 1px solid #dde2ec; }
header h1 { font-size: 17px; font-weight: 600; margin: 0; }
header label { display: flex; align-items: center; gap: 6px; }
header select { font: inherit; max-width: 22em; padding: 3px 6px; border: 1px solid #c3cad8; border-radius: 4px; background: inherit; color: inherit; }
#notice { color: #a3341f; }
#graphiql { flex: 1; min-height: 0; }
body.graphiql-dark { color: #cfd6e4; background: #212a3b; }
body.graphiql-dark header { border-color: #3a4761; }
@media (prefers-color-scheme: dark) {
  body:not(.graphiql-light) { color: #cfd6e4; background: #212a3b; }
  body:not(.graphiql-light) header { border-color: #3a4761; }
}
`;
