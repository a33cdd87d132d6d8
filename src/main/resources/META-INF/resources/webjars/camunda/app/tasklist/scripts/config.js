// Settings of Tasklist, in place of those it comes with.
export default {
  // The product's own parts. The path is relative to Tasklist.
  customScripts: ['scripts/careflow.js'],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Nhận việc đang mở'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Đến danh sách bộ lọc'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Đến việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Đến ô nhập đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Bắt đầu một quy trình'
    }
  }
};
