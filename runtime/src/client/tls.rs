//! TLS: rustls with ring, set up at the first `https` request.

use std::error::Error as StdError;
use std::sync::{Arc, OnceLock};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::socket::Stream;

type BoxError = Box<dyn StdError + Send + Sync>;

/// Makes TLS connections. What that needs is loaded when the first is made: a program that only
/// speaks `http` never reads a certificate.
pub(super) struct Connector {
    extra_roots: Vec<Vec<u8>>,
    connector: OnceLock<Result<TlsConnector, String>>,
}

impl Connector {
    pub(super) const fn new(extra_roots: Vec<Vec<u8>>) -> Self {
        Self { extra_roots, connector: OnceLock::new() }
    }

    pub(super) async fn connect(&self, host: &str, socket: TcpStream) -> Result<Stream, BoxError> {
        let connector = self.connector.get_or_init(|| {
            configuration(&self.extra_roots)
                .map(|configuration| TlsConnector::from(Arc::new(configuration)))
                .map_err(|error| error.to_string())
        });
        let connector = connector.as_ref().map_err(|error| BoxError::from(error.clone()))?;
        let name = ServerName::try_from(host.to_owned())?;
        let stream = connector.connect(name, socket).await?;
        Ok(Stream::Tls(Box::new(stream)))
    }
}

/// Trusts what the system trusts (`SSL_CERT_FILE` and `SSL_CERT_DIR` name other files), as a company's
/// own certificates are there, and `extra_roots`.
fn configuration(extra_roots: &[Vec<u8>]) -> Result<ClientConfig, BoxError> {
    let mut roots = RootCertStore::empty();
    for certificate in extra_roots {
        if certificate.starts_with(b"-----") || certificate.first() != Some(&0x30) {
            let before = roots.len();
            for certificate in CertificateDer::pem_slice_iter(certificate) {
                let certificate = certificate
                    .map_err(|error| format!("a root certificate is not PEM: {error}"))?;
                roots.add(certificate)?;
            }
            if roots.len() == before {
                return Err("a root certificate is neither PEM nor DER".into());
            }
        } else {
            roots.add(CertificateDer::from(certificate.clone()))?;
        }
    }
    let system = rustls_native_certs::load_native_certs();
    // Systems carry certificates that are too odd to be read; the others still count.
    roots.add_parsable_certificates(system.certs);
    if roots.is_empty() {
        let reasons = system.errors.iter().map(|error| format!(": {error}")).collect::<String>();
        return Err(format!(
            "the system has no root certificates, and none was given with \
             `Config::with_root_certificate`{reasons}"
        )
        .into());
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut configuration = builder.with_root_certificates(roots).with_no_client_auth();
    configuration.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(configuration)
}
