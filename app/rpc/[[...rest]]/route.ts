import { handleRpc } from "@/lib/api/rpc";

export { handleRpc as GET, handleRpc as POST };
