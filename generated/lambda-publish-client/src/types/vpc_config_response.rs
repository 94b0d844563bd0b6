use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

static VPC_CONFIG_RESPONSE: Structure = Structure::new(
    "VpcConfigResponse",
    &[
        Member::new("SubnetIds"),
        Member::new("SecurityGroupIds"),
        Member::new("VpcId"),
        Member::new("Ipv6AllowedForDualStack"),
    ],
);

impl Decode for VpcConfigResponse {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&VPC_CONFIG_RESPONSE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.subnet_ids = members.value()?,
                1 => value.security_group_ids = members.value()?,
                2 => value.vpc_id = members.value()?,
                3 => value.ipv6_allowed_for_dual_stack = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
