//! TLS, against a server with a certificate of its own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use farrier_runtime::client::{Client, Config, Error, TimeoutKind, Timeouts};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::api::{OPEN, PutThing};
use crate::scripted::OK;

struct Server {
    address: SocketAddr,
    pem: String,
    der: Vec<u8>,
    handshakes: Arc<AtomicUsize>,
}

async fn serve(names: &[&str]) -> Server {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let der = made.cert.der().to_vec();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let handshakes: Arc<AtomicUsize> = Arc::default();
    let count = Arc::clone(&handshakes);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let (acceptor, count) = (acceptor.clone(), Arc::clone(&count));
            tokio::spawn(async move {
                let Ok(mut socket) = acceptor.accept(socket).await else { return };
                count.fetch_add(1, Ordering::SeqCst);
                let mut buffer = [0; 4096];
                // Requests here fit into one read.
                while socket.read(&mut buffer).await.is_ok_and(|length| length > 0) {
                    socket.write_all(OK.as_bytes()).await.unwrap();
                }
            });
        }
    });
    Server { address, pem: made.cert.pem(), der, handshakes }
}

fn put() -> PutThing {
    PutThing::new("a", "b")
}

#[tokio::test]
async fn certificates_given_by_hand() {
    let server = serve(&["localhost", "127.0.0.1"]).await;
    for certificate in [server.pem.clone().into_bytes(), server.der.clone()] {
        for host in ["localhost", "127.0.0.1"] {
            let config = Config::new()
                .with_endpoint(format!("https://{host}:{}", server.address.port()))
                .with_root_certificate(certificate.clone());
            let client = Client::new(&OPEN, config);
            let before = server.handshakes.load(Ordering::SeqCst);
            for _ in 0..3 {
                client.call(put()).await.unwrap();
            }
            assert_eq!(server.handshakes.load(Ordering::SeqCst), before + 1);
        }
    }
}

#[tokio::test]
async fn certificates_that_nobody_vouches_for() {
    let server = serve(&["localhost"]).await;
    let other = serve(&["localhost"]).await;
    let check = async |certificate: Vec<u8>, host: &str, expected: &str| {
        let config = Config::new()
            .with_endpoint(format!("https://{host}:{}", server.address.port()))
            .with_root_certificate(certificate);
        let call = Client::new(&OPEN, config);
        let error = call.call(put()).retries(0).await.unwrap_err();
        assert!(matches!(error, Error::Connect(_)), "{error:?}");
        let start = format!("PutThing: no connection to {host}:{}: ", server.address.port());
        let text = error.to_string();
        assert!(text.starts_with(&start) && text.contains(expected), "{text}");
    };
    check(other.der, "localhost", "invalid peer certificate").await;
    check(server.der.clone(), "127.0.0.1", "not valid for name").await;
    check(b"rubbish".to_vec(), "localhost", "a root certificate is neither PEM nor DER").await;
    let broken = b"-----BEGIN CERTIFICATE-----\n***\n-----END CERTIFICATE-----\n".to_vec();
    check(broken, "localhost", "a root certificate is not PEM").await;
}

/// The limit for connecting holds for the handshake, too.
#[tokio::test]
async fn a_handshake_that_never_ends() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let config = Config::new()
        .with_endpoint(format!("https://{}", silent.local_addr().unwrap()))
        .with_root_certificate(serve(&["x"]).await.der)
        .with_timeouts(Timeouts::new().with_connect(Duration::from_millis(50)));
    match Client::new(&OPEN, config).call(put()).retries(0).await.unwrap_err() {
        Error::Timeout(failure) => {
            assert_eq!(failure.kind(), TimeoutKind::Connect);
            assert_eq!(failure.to_string(), "PutThing: no connection within 50ms");
        }
        other => panic!("{other:?}"),
    }
}
