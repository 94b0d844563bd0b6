use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// How a function is connected to a VPC.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct VpcConfigResponse {
    /// Ids of the subnets.
    pub subnet_ids: Option<Vec<String>>,
    /// Ids of the security groups.
    pub security_group_ids: Option<Vec<String>>,
    /// Id of the VPC that they belong to; empty if there is none.
    pub vpc_id: Option<String>,
    /// Whether IPv6 may be used to call out of subnets that have both IPv4 and IPv6.
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl VpcConfigResponse {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`subnet_ids`](Self::subnet_ids).
    #[must_use]
    pub fn with_subnet_ids(
        mut self,
        subnet_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.subnet_ids = Some(subnet_ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`security_group_ids`](Self::security_group_ids).
    #[must_use]
    pub fn with_security_group_ids(
        mut self,
        security_group_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.security_group_ids = Some(
            security_group_ids.into_iter().map(Into::into).collect(),
        );
        self
    }

    /// Sets [`vpc_id`](Self::vpc_id).
    #[must_use]
    pub fn with_vpc_id(mut self, vpc_id: impl Into<String>) -> Self {
        self.vpc_id = Some(vpc_id.into());
        self
    }

    /// Sets [`ipv6_allowed_for_dual_stack`](Self::ipv6_allowed_for_dual_stack).
    #[must_use]
    pub fn with_ipv6_allowed_for_dual_stack(
        mut self,
        ipv6_allowed_for_dual_stack: bool,
    ) -> Self {
        self.ipv6_allowed_for_dual_stack = Some(ipv6_allowed_for_dual_stack);
        self
    }
}

static VPC_CONFIG_RESPONSE: Structure = Structure::new(
    "VpcConfigResponse",
    &[
        Member::new("SubnetIds"),
        Member::new("SecurityGroupIds"),
        Member::new("VpcId"),
        Member::new("Ipv6AllowedForDualStack"),
    ],
);

impl Encode for VpcConfigResponse {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VPC_CONFIG_RESPONSE);
        members.optional(0, &self.subnet_ids);
        members.optional(1, &self.security_group_ids);
        members.optional(2, &self.vpc_id);
        members.optional(3, &self.ipv6_allowed_for_dual_stack);
        members.end();
    }
}
